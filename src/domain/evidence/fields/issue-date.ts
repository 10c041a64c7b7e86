import type { Passage } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { claim, type ReportTexts } from './report-texts.ts'
import { daysIn } from './written-days.ts'

/** What may stand beside the date of a signature: a place, a label, a name. */
const LONGEST_REST = 70
const VERB =
  /\b(?:is|are|was|were|has|have|had|throughout|period|from|through|until|since|between|ended|as of|as at|dated from|effective|amended|version|revised|prior|previous)\b/i

const LABELLED =
  /\b(?:date of (?:the |this )?(?:service auditor.{0,3}s )?report|report (?:issue |issuance )?date|issue date|date (?:of issue|issued|of issuance)|issued(?: on)?|report dated|date of signature|signed on)\b/i

/** Whether a text is a date with a place or a label, as under a signature. */
const isSignatureDate = ({ text }: Passage): boolean => {
  const days = daysIn(text)
  const [day] = days
  if (!day || days.length > 1) return false
  const rest = `${text.slice(0, day.start)} ${text.slice(day.end)}`
  return rest.trim().length <= LONGEST_REST && !VERB.test(rest)
}

/** The dates of blocks, each with the passage in which it stands. */
const datesOf = (report: ReportTexts, isIn: (at: number) => boolean): Passage[] =>
  report.blocks.flatMap((block, at) => {
    if (!isIn(at)) return []
    const passages = block.kind === 'row' ? block.cells : [block.passage]
    return passages.filter(isSignatureDate)
  })

/**
 * The date under the auditor's signature, at the end of the auditor's report. A date before the end
 * of the period is never that of the report.
 * @param end the last day of the period, or the day of a type 1 report; null where it is unknown
 */
export const issueDateClaims = (report: ReportTexts, end: string | null): Claim<string>[] => {
  const opinion = report.blocks.findLastIndex(
    (block) =>
      block.section === 'auditor' &&
      block.kind !== 'row' &&
      /\bin (?:our|my) opinion\b|express (?:an |no )?opinion/i.test(block.passage.text),
  )
  const isAuditor = (at: number): boolean => report.blocks[at]?.section === 'auditor'
  const after = datesOf(report, (at) => isAuditor(at) && at > opinion)
  const before = datesOf(report, (at) => isAuditor(at) && at <= opinion)
  const front = datesOf(report, (at) => report.blocks[at]?.section === 'front').filter(({ text }) =>
    LABELLED.test(text),
  )
  const claims = (passages: readonly Passage[], rule: string): Claim<string>[] =>
    passages.flatMap((passage) =>
      daysIn(passage.text)
        .slice(0, 1)
        .filter(({ day }) => end === null || day >= end)
        .map(({ day, start, end: stop }) => claim(day, passage, rule, start, stop)),
    )
  return [
    ...claims(after.toReversed(), 'date after the opinion, at the signature'),
    ...claims(before.slice(0, 1), 'date at the head of the auditor’s report'),
    ...claims(front, 'date of issue on the title page'),
  ]
}
