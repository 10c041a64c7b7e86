import type { TrustServiceCriterion } from '../../contract/enums.ts'
import type { Passage } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { claim, frontOf, type ReportTexts, scopeSentences, sentencesIn } from './report-texts.ts'

const NAMES: readonly (readonly [RegExp, TrustServiceCriterion])[] = [
  [/^(?:information )?security(?: \(common criteria\))?$/i, 'SECURITY'],
  [/^availability$/i, 'AVAILABILITY'],
  [/^processing[\s-]integrity$/i, 'PROCESSING_INTEGRITY'],
  [/^confidentiality$/i, 'CONFIDENTIALITY'],
  [/^privacy$/i, 'PRIVACY'],
]
const NAME =
  '(?:security(?: \\(common criteria\\))?|availability|processing[\\s-]integrity|confidentiality|privacy)'
const RUN = new RegExp(
  `\\b${NAME}(?:(?:\\s*[,;/•|]\\s*(?:and |& |the )?|\\s+(?:and|&|or|as well as)\\s+(?:the )?)${NAME})*(?=[^\\p{L}]|$)`,
  'giu',
)
/** The title of the criteria names all five, whatever is in scope. */
const TITLE_BEFORE =
  /(?:20\d\d,?\s+(?:AICPA\s+)?trust services? (?:principles and )?criteria|trust services? principles and criteria|criteria for evaluating)(?:\s+(?:for|relevant to|of|related to)|[,:])?\s*$/i
const STRONG =
  /(?:relevant to|with respect to|relat(?:ed|ing) to|as they relate to|in respect of|criteria (?:for|of|on|relevant to)|categor(?:y|ies)(?: of| for|:)?|principles? (?:of|for)?|criteria:|in scope:?|addresses|covers|covering|against|\bon)\s*(?:the\s+)?(?:\w+\s)?[“"'(:–—-]*\s*$/i

const STRONG_AFTER = /^\s*(?:trust services? )?(?:categor|criteria\b|principles?\b)/i

interface Run {
  value: TrustServiceCriterion[]
  start: number
  end: number
  isStrong: boolean
}

const runsIn = (text: string): Run[] =>
  [...text.matchAll(RUN)].flatMap((match) => {
    const start = match.index
    const end = start + match[0].length
    const before = text.slice(Math.max(0, start - 90), start)
    const names = match[0].split(
      /\s*[,;/•|]\s*(?:and |& |the )?|\s+(?:and|&|or|as well as)\s+(?:the )?/i,
    )
    const value = names.flatMap(
      (name) => NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? [],
    )
    if (value.length === 0 || TITLE_BEFORE.test(before)) return []
    return [
      {
        value: [...new Set(value)],
        start,
        end,
        isStrong: STRONG.test(before) || STRONG_AFTER.test(text.slice(end, end + 40)),
      },
    ]
  })

const ABOUT = /trust services?|categor(?:y|ies)|criteria|principles?|relevant to|SOC\s*[23]/i

/** Whether a text lists the criteria that are in scope, and not some of them in passing. */
const claimsIn = (
  passages: readonly Passage[],
  rule: string,
  isLoose: boolean,
): Claim<TrustServiceCriterion[]>[] =>
  passages.flatMap((passage) => {
    const isAbout = ABOUT.test(passage.text)
    const run = runsIn(passage.text)
      .filter(
        ({ value, isStrong }) =>
          (isStrong && isAbout) || (isLoose && (value.length > 1 || passage.text.length < 40)),
      )
      .toSorted((a, b) => b.value.length - a.value.length)[0]
    return run ? [claim(run.value, passage, rule, run.start, run.end)] : []
  })

/** The trust services criteria in scope, from the auditor's scope, the title page or the assertion. */
export const criteriaClaims = (report: ReportTexts): Claim<TrustServiceCriterion[]>[] => [
  ...claimsIn(scopeSentences(report), 'criteria in the scope', false),
  ...claimsIn(frontOf(report), 'criteria on the title page', true),
  ...claimsIn(sentencesIn(report, ['auditor']), 'criteria in the auditor’s report', false),
  ...claimsIn(sentencesIn(report, ['assertion']), 'criteria in the assertion', false),
]
