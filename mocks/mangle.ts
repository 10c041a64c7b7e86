/** The scenarios that change an answer, after it was made and checked. */

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The scenario `empty`: every list has no rows. Other answers stay as they are. */
export const emptied = (answer: unknown): unknown =>
  isObject(answer) && isObject(answer.pagination) && Array.isArray(answer.data)
    ? {
        data: [],
        pagination: {
          cursor: null,
          ...('totalCount' in answer.pagination && { totalCount: 0 }),
        },
      }
    : answer

/** Words outside the contract, by the enum field that gets them. */
const NEWER_WORDS: Readonly<Record<string, string>> = {
  decision: 'DEFERRED',
  risk: 'SEVERE',
  category: 'SPACE_OPERATIONS',
  impactLevel: 'EXISTENTIAL',
  certification: 'SOC_4',
  scopeType: 'TYPE_3',
  reportOpinion: 'EMPHASIS_OF_MATTER',
}
/** Fields that an older deployment does not send. Ids stay, and so does what links need. */
const NEWER_FIELDS = ['createdAt', 'updatedAt', 'dataAccessedOrProcessedList', 'environmentAccess']

const field = (name: string, value: unknown, id: unknown): [string, unknown][] => {
  // Contract, point 6: nullable fields may be missing, and so may newer ones.
  if (value === null || NEWER_FIELDS.includes(name)) return []
  if (name === 'socReviewForm') return [['socReview', unknownValues(value)]]
  if (typeof value === 'boolean') return [[name, String(value)]]
  if (typeof value === 'string') {
    if (name === 'status') return [[name, Number(id) % 2 ? 'AWAITING_VENDOR' : 3]]
    const word = NEWER_WORDS[name]
    if (word !== undefined) return [[name, word]]
  }
  if (name === 'missingRequiredFields' && Array.isArray(value) && value.length)
    return [[name, value.concat('attestation.bridgeLetter')]]
  return [[name, unknownValues(value)]]
}

/**
 * The scenario `unknown-values`: what the documentation's samples and newer deployments send. Enums
 * hold unknown words and numbers, and booleans are text. Fields are added or missing, and the form
 * has its other name.
 */
export const unknownValues = (answer: unknown): unknown => {
  if (Array.isArray(answer)) return answer.map(unknownValues)
  if (!isObject(answer)) return answer
  const fields = Object.entries(answer).flatMap(([name, value]) => field(name, value, answer.id))
  return {
    ...Object.fromEntries(fields),
    ...('id' in answer && { confidenceScore: 0.87, labels: [{ name: 'imported' }] }),
  }
}
