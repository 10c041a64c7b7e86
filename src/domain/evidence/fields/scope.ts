import type { Certification, ScopeType } from '../../contract/enums.ts'
import type { Passage } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { claim, frontOf, type ReportTexts, scopeSentences, sentencesIn } from './report-texts.ts'
import { daysIn, periodsIn } from './written-days.ts'

const SOC = /\bSOC\b\s*\)?\s*(?:®|\(R\)|™|\(SM\))?\s*[-–]?\s*([123])(?!\d)(?!\.\d)/i
const DESCRIPTION_CRITERIA = /service organi[sz]ation.{0,3}s system in a SOC/i

/** Standards and words that stand for a kind of report. ISAE 3402 is SOC 1's, ISAE 3000 SOC 2's. */
const STANDARDS: readonly (readonly [RegExp, Certification])[] = [
  [
    /\b(?:ISAE|Assurance Engagements)\)?\s*(?:\(\w+\)\s*)?(?:No\.?\s*)?3402\b|\bAT-C\s*(?:section\s*)?320\b|\bCSAE\s*3416\b|\bASAE\s*3402\b|\bIDW\s*PS\s*951\b|\bAAF\s*01\/\d\d/i,
    'SOC_1',
  ],
  [/\binternal controls? over financial reporting\b/i, 'SOC_1'],
  [/\btrust services? (?:criteria|principles|categories)\b/i, 'SOC_2'],
]

const named = (passages: readonly Passage[], rule: string): Claim<Certification>[] =>
  passages.flatMap((passage) => {
    const match = SOC.exec(passage.text)
    if (!match || DESCRIPTION_CRITERIA.test(passage.text.slice(Math.max(0, match.index - 40))))
      return []
    return [claim(`SOC_${match[1]}` as Certification, passage, rule)]
  })

const byStandard = (passages: readonly Passage[], rule: string): Claim<Certification>[] =>
  STANDARDS.flatMap(([pattern, value]) => {
    const passage = passages.find(({ text }) => pattern.test(text))
    return passage ? [claim(value, passage, rule)] : []
  })

const runningTexts = (report: ReportTexts): Passage[] =>
  report.running.slice(0, 8).map(({ text, page }) => ({ text, pages: [{ at: 0, page }] }))

/** SOC 1, 2 or 3: the title page, else the scope of the auditor's report, else the standard. */
export const certificationClaims = (report: ReportTexts): Claim<Certification>[] => {
  const front = frontOf(report)
  const auditor = sentencesIn(report, ['auditor'])
  return [
    ...named(front, 'kind of report on the title page'),
    ...named(runningTexts(report), 'kind of report in the header or footer'),
    ...byStandard(front, 'standard on the title page'),
    ...named(scopeSentences(report), 'kind of report in the scope'),
    ...byStandard([...scopeSentences(report), ...auditor], 'standard in the auditor’s report'),
  ]
}

const TYPE = /\btype[\s\u00a0-]*(2|1|two|one|II|I)\b(?!\s*(?:subservice|sub-service|error))/i

const typeOf = (text: string): ScopeType | null => {
  const match = TYPE.exec(text)
  if (!match) return null
  return /^(?:2|two|II)$/i.test(match[1] ?? '') ? 'TYPE_2' : 'TYPE_1'
}

const OPERATED =
  /operating effective(?:ness|ly)|operated effectively|operat\w+ with sufficient effectiveness|were effective throughout/i
const AS_OF = /\bas (?:of|at|on)\s+(?:the\s+)?$/i

/** The days of "as of", one a passage. */
const asOf = (passage: Passage): { day: string; start: number; end: number } | undefined =>
  daysIn(passage.text).find(({ start }) =>
    AS_OF.test(passage.text.slice(Math.max(0, start - 16), start)),
  )

const typesIn = (passages: readonly Passage[], rule: string): Claim<ScopeType>[] =>
  passages.flatMap((passage) => {
    const value = typeOf(passage.text)
    return value ? [claim(value, passage, rule)] : []
  })

/** Type 1 or 2: what was examined decides; a title says it more briefly. */
export const scopeTypeClaims = (report: ReportTexts): Claim<ScopeType>[] => {
  const front = frontOf(report)
  const scope = scopeSentences(report)
  const operating = [...scope, ...sentencesIn(report, ['auditor'])].find(
    ({ text }) => OPERATED.test(text) && periodsIn(text).length > 0,
  )
  const single = scope.find((sentence) => asOf(sentence) && !OPERATED.test(sentence.text))
  return [
    ...typesIn(front, 'type on the title page'),
    ...typesIn(runningTexts(report), 'type in the header or footer'),
    ...typesIn(scope, 'type in the scope'),
    ...(operating ? [claim('TYPE_2' as const, operating, 'operation throughout a period')] : []),
    ...(single ? [claim('TYPE_1' as const, single, 'design as of one day')] : []),
  ]
}

const isOfReport = (text: string): boolean =>
  !/\b(?:bridge|gap) (?:letter|period)|previous|prior (?:report|period|year)|preceding|next report/i.test(
    text,
  )

/** The period of a type 2 report, from the scope, the title page, or elsewhere in sections I and II. */
export const periodClaims = (report: ReportTexts): Claim<{ start: string; end: string }>[] => {
  const sources: readonly (readonly [readonly Passage[], string])[] = [
    [scopeSentences(report), 'period in the scope'],
    [frontOf(report), 'period on the title page'],
    [sentencesIn(report, ['auditor']), 'period in the auditor’s report'],
    [sentencesIn(report, ['assertion']), 'period in the assertion'],
  ]
  return sources.flatMap(([passages, rule]) =>
    passages
      .filter(({ text }) => isOfReport(text))
      .flatMap((passage) =>
        periodsIn(passage.text)
          .slice(0, 1)
          .map(({ value, start, end }) => claim(value, passage, rule, start, end)),
      ),
  )
}

/** The day of a type 1 report. */
export const auditDayClaims = (report: ReportTexts): Claim<string>[] => {
  const sources: readonly (readonly [readonly Passage[], string])[] = [
    [scopeSentences(report), 'day in the scope'],
    [frontOf(report), 'day on the title page'],
    [sentencesIn(report, ['auditor', 'assertion']), 'day in the auditor’s report'],
  ]
  return sources.flatMap(([passages, rule]) =>
    passages.flatMap((passage) => {
      const day = asOf(passage)
      return day ? [claim(day.day, passage, rule, day.start, day.end)] : []
    }),
  )
}
