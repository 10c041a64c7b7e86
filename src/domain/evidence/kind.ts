import type { Layout } from './layout/layout.ts'

/** What a document is. Only an auditor's report on a service organization fills a form. */
export type DocumentKind =
  | 'SOC_REPORT'
  | 'ISAE_3402'
  | 'ISAE_3000'
  | 'BRIDGE_LETTER'
  | 'CERTIFICATE'
  | 'SCAN'
  | 'OTHER'

/** Letters and certificates are short. */
const LONGEST_LETTER = 8

const BRIDGE =
  /\bbridge letter\b|\bgap letter\b|\bcomfort letter\b|\bcontinuity letter\b|\bgap period\b|\bbridg(?:e|ing) (?:period|the gap)\b/i
const BRIDGE_WORDS =
  /\bno (?:material|significant) changes\b|\bnot aware of any (?:material|significant)\b|\bmost recent (?:soc|report)\b|\bsince (?:the end of|that date|the report)\b/i
const CERTIFICATE =
  /\bcertificate (?:of (?:registration|conformity|compliance|approval|assurance)|number|no\.?|registration)\b|\bhas been (?:assessed|audited|certified|registered)[^.]{0,60}\b(?:conform|compl|requirements|against)|\bthis is to certify\b|\bzertifikat\b/i
const EXAMINED =
  /\bwe (?:have )?(?:been |were )?(?:examined|engaged|audited)\b|\bhave been engaged\b|\bour examination\b|\bindependent (?:service )?(?:auditor|accountant|practitioner|assurance)/i
const OPINION = /\b(?:in|of|express(?:es)? an?|our) opinion\b|\bwe (?:do not express|disclaim)\b/i
const SERVICE =
  /\bservice organi[sz]ation\b|\btrust services? (?:criteria|principles|categories)\b|\bSOC\s*(?:®|\))?\s*[123]\b|\bISAE\)?\s*(?:\(\w+\)\s*)?(?:No\.?\s*)?3(?:402|000)\b|\bcontrol objectives\b/i

/**
 * Recognizes what a document is, before anything is read from it.
 * @param pages the number of its pages
 */
export const kindOf = ({ blocks }: Layout, pages: number): DocumentKind => {
  const texts = blocks.flatMap((block) =>
    block.kind === 'row' ? block.cells.map(({ text }) => text) : [block.passage.text],
  )
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  // A few words on each page are a stamp, or the number of a page.
  if (letters < 25 * Math.max(1, pages)) return 'SCAN'
  const text = texts.join('\n')
  const head = text.slice(0, 6_000)
  const isReport = EXAMINED.test(text) && OPINION.test(text) && SERVICE.test(text)
  const isShort = pages <= LONGEST_LETTER
  const isSigned = /\bin (?:our|my) opinion\b|\bwe (?:have )?examined\b/i.test(text)
  if (
    isShort &&
    !isSigned &&
    (BRIDGE.test(head) || (BRIDGE_WORDS.test(head) && SERVICE.test(head)))
  )
    return 'BRIDGE_LETTER'
  if (isShort && !isSigned && CERTIFICATE.test(head)) return 'CERTIFICATE'
  if (!isReport || (!isSigned && !/express[^.]{0,12} opinion/i.test(text))) return 'OTHER'
  const isSoc = /\bSOC\s*(?:®|\))?\s*[123]\b|\bSystem and Organi[sz]ation Controls\b|\bAT-C\b/i
  const front = texts.slice(0, 40).join('\n')
  if (!isSoc.test(front) && /\bISAE\)?\s*(?:\(\w+\)\s*)?(?:No\.?\s*)?3402\b/i.test(text))
    return 'ISAE_3402'
  if (!isSoc.test(front) && /\bISAE\)?\s*(?:\(\w+\)\s*)?(?:No\.?\s*)?3000\b/i.test(text))
    return 'ISAE_3000'
  return 'SOC_REPORT'
}
