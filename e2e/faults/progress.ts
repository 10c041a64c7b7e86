import { emptySocEdit, isSame, type SocEdit, toSocEdit } from '../../src/domain/soc/edit.ts'
import type { Entries } from './entries.ts'
import type { Truth } from './truth.ts'

/** How far an act of the analyst has come, as the page says. */
export type Stage =
  /** Not requested, or the page said that it certainly did not happen. */
  | 'none'
  /** Requested, and the page does not say that it happened. */
  | 'open'
  | 'done'

/** How far a job has come, as the page says. */
export interface Progress {
  review: Stage
  /** By the file's name. */
  files: Map<string, Stage>
  /** The form when the page last said "Saved", and the form as it was entered since. */
  saved: SocEdit
  entered: SocEdit
  finalized: Stage
  reopened: Stage
}

/** The progress of a new job. */
export const beginning = (): Progress => ({
  review: 'none',
  files: new Map(),
  saved: emptySocEdit(),
  entered: emptySocEdit(),
  finalized: 'none',
  reopened: 'none',
})

const fits = (count: number, stage: Stage): boolean =>
  stage === 'open' ? count <= 1 : count === (stage === 'done' ? 1 : 0)

const fileDifferences = (truth: Truth, entries: Entries, { files }: Progress): string[] =>
  [entries.report, ...entries.questionnaires].flatMap(({ name, sha256 }) => {
    const stage = files.get(name) ?? 'none'
    const listed = [...truth.documents, ...truth.questionnaires].filter((other) => other === name)
    const taken = truth.uploads.filter((upload) => upload.name === name)
    const claim = `${name}: ${stage} for the page`
    return [
      ...(fits(listed.length, stage) ? [] : [`${claim}, ${listed.length} in the service`]),
      ...(fits(taken.length, stage) ? [] : [`${claim}, taken in ${taken.length} times`]),
      ...(taken.every((upload) => upload.sha256 === sha256) ? [] : [`${claim}, with other bytes`]),
    ]
  })

/** A form's values without the id of the reviewer, which is written and never read. */
const readable = (edit: SocEdit): SocEdit => {
  const { reviewer, reportIssueDate } = edit.reviewerInformation
  return toSocEdit({ ...edit, reviewerInformation: { reviewer, reportIssueDate } })
}

/**
 * Each field must be as it was saved. A field that was entered since may hold the new value, or be
 * cleared.
 */
const formDifferences = (now: SocEdit, { saved, entered }: Progress): string[] =>
  Object.entries(now).flatMap(([section, values]) =>
    Object.entries(values).flatMap(([name, value]: [string, unknown]) => {
      const valueIn = (edit: SocEdit): unknown =>
        (readable(edit) as unknown as Record<string, Record<string, unknown>>)[section]?.[name]
      const [before, wanted] = [valueIn(saved), valueIn(entered)]
      const isCleared = Array.isArray(value) && value.length === 0 && !isSame(before, wanted)
      return isSame(value, before) || isSame(value, wanted) || isCleared
        ? []
        : [
            `${section}.${name} is ${JSON.stringify(value)}, was ${JSON.stringify(before)}, should be ${JSON.stringify(wanted)}`,
          ]
    }),
  )

const decisionDifferences = (
  { status, decision, note }: Truth['reviews'][number],
  entries: Entries,
  { finalized, reopened }: Progress,
): string[] => {
  const [before, completed, again] = [
    ['NOT_YET_STARTED', 'PENDING', entries.note],
    ['COMPLETED', entries.decision, entries.decisionNote],
    ['IN_PROGRESS', entries.isDecisionReset ? 'PENDING' : entries.decision, entries.decisionNote],
  ]
  const allowed = [
    ...(finalized === 'done' ? [] : [before]),
    ...(finalized === 'none' || reopened === 'done' ? [] : [completed]),
    ...(reopened === 'none' ? [] : [again]),
  ]
  const now = [status, decision, note]
  return allowed.some((state) => isSame(state, now))
    ? []
    : [
        `The review is ${JSON.stringify(now)}, should be ${allowed.map((one) => JSON.stringify(one)).join(' or ')}`,
      ]
}

/**
 * Compares the service with what the page said.
 * @returns a sentence for everything that is lost, doubled, or different from what the page said
 */
export const differences = (truth: Truth, entries: Entries, progress: Progress): string[] => {
  const { reviews } = truth
  const claim = `The review: ${progress.review} for the page`
  const [review] = reviews
  return [
    ...(fits(reviews.length, progress.review)
      ? []
      : [`${claim}, ${reviews.length} in the service`]),
    ...fileDifferences(truth, entries, progress),
    ...(review && review.title !== entries.title ? [`The title is ${review.title}.`] : []),
    ...(review?.socReviewForm ? formDifferences(toSocEdit(review.socReviewForm), progress) : []),
    ...(review ? decisionDifferences(review, entries, progress) : []),
  ]
}
