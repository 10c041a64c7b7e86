import type { ReportOpinion } from '../../contract/enums.ts'
import type { Block } from '../layout/layout.ts'
import { type Passage, sentencesOf } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { claim, type ReportTexts } from './report-texts.ts'

const OPINION =
  /\bin (?:our|my) opinion\b|\bwe are of the opinion\b|\bour opinion is (?:as follows|that)\b|\bwe conclude that\b|\bit is our opinion\b/i
const NO_OPINION =
  /\b(?:we|accordingly,? we) (?:do not|did not|are unable to|were unable to|cannot|disclaim)[^.;]{0,40}\bopinion\b|\bwe express no opinion\b/i
/** Sentences of every report: they leave a part out, and are no disclaimer. */
const PARTIAL =
  /opinion[^.]{0,30}\b(?:on (?:it|them|that|this|such|the (?:operating )?effectiveness|the operation|section|other|information|whether)|thereon|about)\b|\b(?:accordingly|type 1|section v|other information|legal)\b/i
const EXCEPT =
  /\bexcept (?:for|that|as)\b|\bwith the exception of\b|\bsubject to the (?:matter|effect|exception)|\bapart from the (?:matter|effect)|\bother than the (?:matter|effect)/i
const ADVERSE =
  /\bbecause of the (?:significance|effects?|matters?|material|pervasive)|\b(?:does|do|did) not (?:fairly |present|operate|provide)|\bwere not (?:suitably|effective|operating)|\bis not (?:fairly|presented|stated)|\bhave not been (?:suitably|fairly)/i
const SCOPE_LIMIT =
  /\b(?:because of|due to|as a result of|owing to)\b[^.]{0,160}\b(?:unable|not able|not been able|scope|sufficient|limitation|matters?)\b|\b(?:unable|not been able|not able) to obtain\b/i

const headed = (headings: readonly string[], pattern: RegExp): boolean =>
  headings.some((heading) => pattern.test(heading))

/** The verdict of a sentence of opinion. A heading alone does not decide, it confirms. */
const verdictOf = (text: string, headings: readonly string[]): ReportOpinion => {
  if (EXCEPT.test(text)) return 'QUALIFIED'
  if (ADVERSE.test(text) || headed(headings, /^(?!.*\bbasis\b).*\badverse opinion/i))
    return 'ADVERSE'
  if (headed(headings, /(?<!un)\bqualified opinion/i)) return 'QUALIFIED'
  return 'UNQUALIFIED'
}

const DISCLAIMER_HEADING = /^(?!.*\bbasis\b).*\bdisclaimer of (?:an )?opinion/i

/** The sentences of a disclaimer: under its heading, or with the reason why there is no opinion. */
const disclaimers = (blocks: readonly Block[]): Passage[] => {
  let isUnder = false
  return blocks.flatMap((block) => {
    if (block.kind === 'row') return []
    if (block.kind === 'heading') {
      isUnder = DISCLAIMER_HEADING.test(block.passage.text)
      return []
    }
    const sentences = sentencesOf(block.passage)
    const hasReason = sentences.some(({ text }) => SCOPE_LIMIT.test(text))
    return sentences.filter(
      ({ text }) =>
        NO_OPINION.test(text) &&
        (isUnder || (hasReason && !PARTIAL.test(text)) || SCOPE_LIMIT.test(text)),
    )
  })
}

/** The auditor's opinion, from the auditor's own sentence. */
export const opinionClaims = (report: ReportTexts): Claim<ReportOpinion>[] => {
  const blocks = report.blocks.filter(({ section }) => section === 'auditor')
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' && block.passage.text.length < 90 ? [block.passage.text] : [],
  )
  const texts = blocks.flatMap((block) =>
    block.kind === 'row' || block.kind === 'heading' ? [] : [block.passage],
  )
  const sentences = texts.flatMap(sentencesOf)
  const opinions = sentences.filter(
    ({ text }) => OPINION.test(text) && !/\bbasis for (?:our|my) opinion\b/i.test(text),
  )
  const disclaimer = disclaimers(blocks)
  if (opinions.length === 0)
    return disclaimer.map((sentence) => claim('DISCLAIMER', sentence, 'disclaimer of an opinion'))
  return opinions.map((sentence) => {
    // "In our opinion, except for" may be one paragraph, and what follows it another.
    const verdict = verdictOf(sentence.text, headings)
    return claim(verdict, sentence, 'the auditor’s sentence of opinion')
  })
}
