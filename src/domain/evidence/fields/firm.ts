import type { Passage } from '../layout/passage.ts'
import type { Claim } from '../suggestion.ts'
import { claim, frontOf, isCompany, type ReportTexts, sentencesIn } from './report-texts.ts'
import { daysIn } from './written-days.ts'

const SUFFIX =
  /\b(?:LLP|L\.L\.P\.|LLC|L\.L\.C\.|PLLC|P\.L\.L\.C\.|P\.?C\.?|P\.?A\.?|CPAs?|PLC|Ltd\.?|Limited|GmbH|AG|KG|mbB|mbH|ApS|A\/S|AB|Oy|S\.?p\.?A\.?|S\.?r\.?l\.?|KK|Kft|S\.?A\.?S?|B\.?V\.?|N\.?V\.?|Pty\.? Ltd\.?|Inc\.?|& Co(?:mpany)?\.?|& Associates|& Partners|& Sons|Associates|Partners|Assurance|Auditors|Accountants|Wirtschaftsprüfungsgesellschaft|Advisors)(?=\W*$|,|\s*\(|\s*-)/u
const FIRM_SUFFIX = /\b(?:LLP|L\.L\.P\.|PLLC|P\.L\.L\.C\.|CPAs?|Wirtschaftsprüfungsgesellschaft)\b/u
const PERSON =
  /\b(?:partner|director|officer|president|manager|principal|chief|head|chair(?:man|woman|person)?|member|signed|signature|engagement|registered|number|no\.|street|road|avenue|suite|floor|level|tel|www|abn|certified public accountants?|chartered accountants?|public accountants?|wirtschaftsprüfer(?:in)?)\b/i
const LONGEST = 90
/** How far a signature's name may stand from its date. */
const NEAR = 8

const isName = ({ text }: Passage): boolean =>
  text.length <= LONGEST &&
  text.length > 3 &&
  /^\p{Lu}/u.test(text) &&
  !/[:;?]$|^(?:to|the|for|report|section|page|confidential|independent|description|type|soc)\b/i.test(
    text,
  ) &&
  daysIn(text).length === 0 &&
  !/\d{3}/.test(text)

/** The name without what is written beside it, such as "Certified Public Accountants". */
const nameSpan = (text: string): [number, number] => {
  const cut =
    /\s*(?:[,|–—-]\s*)?\(?(?:certified public accountants?|chartered (?:professional )?accountants?|independent (?:service )?auditors?|registered public accounting firm)\b.*$/i.exec(
      text,
    )
  return [0, cut && cut.index > 3 ? cut.index : text.length]
}

/** What stands below a firm's name on its title page or in its letterhead. */
const PROFESSION =
  /^(?:certified public accountants?|chartered (?:professional )?accountants?|independent (?:service )?auditors?|wirtschaftsprüfer|public accountants?)/i

const claimsOf = (
  report: ReportTexts,
  passages: readonly Passage[],
  rule: string,
): Claim<string>[] =>
  passages
    .filter((passage) => isName(passage) && !isCompany(report, passage.text))
    .filter(({ text }) => !report.company.some((own) => own.length > 4 && text.startsWith(own)))
    .map((passage) => {
      const [start, end] = nameSpan(passage.text)
      return claim(passage.text.slice(start, end).trim(), passage, rule, start, end)
    })

const isBeforeProfession = (passages: readonly Passage[], name: string): boolean =>
  passages.some(
    ({ text }, at) => text.startsWith(name) && PROFESSION.test(passages[at + 1]?.text ?? ''),
  )

const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[\s.,]/g, '')

/** The blocks around the date of the auditor's signature, and at the head of the auditor's report. */
const placesOf = (report: ReportTexts): { signature: Passage[]; head: Passage[] } => {
  const auditor = report.blocks.filter(({ section }) => section === 'auditor')
  const texts = auditor.map((block) =>
    block.kind === 'row' ? block.cells.filter(({ text }) => text !== '') : [block.passage],
  )
  const opinion = auditor.findLastIndex(
    (block) =>
      block.kind !== 'row' &&
      /\bopinion\b/i.test(block.passage.text) &&
      block.passage.text.length > 60,
  )
  const date = texts.findLastIndex(
    (passages, at) =>
      at > opinion && passages.some(({ text }) => text.length < 90 && daysIn(text).length === 1),
  )
  const scope = auditor.findIndex(
    (block) => block.kind !== 'row' && block.passage.text.length > 150,
  )
  const last = date < 0 ? texts.length : date + NEAR
  return {
    signature: texts
      .slice(Math.max(opinion + 1, (date < 0 ? texts.length : date) - NEAR), last)
      .flat(),
    head: texts.slice(0, Math.min(20, Math.max(0, scope))).flat(),
  }
}

const PERFORMED_BY =
  /\b(?:performed by|conducted by|tests that|by|procedures of|examination by|engaged|auditor,?)\s+((?:\p{Lu}[\p{L}.&’'-]*,?\s|&\s|and\s){1,6}(?:LLP|PLLC|LLC|P\.C\.|PC|GmbH|Limited|Ltd))\b/u

/**
 * The firm that signed. It may stand at the signature, in the letterhead of the auditor's report, on
 * the title page and in footers; where it stands in several places, it is certain.
 */
export const firmClaims = (report: ReportTexts): Claim<string>[] => {
  const { signature, head } = placesOf(report)
  const footers = report.running.map(({ text, page }) => ({ text, pages: [{ at: 0, page }] }))
  const places: readonly (readonly [readonly Passage[], string, number])[] = [
    [signature, 'name at the auditor’s signature', 4],
    [head, 'name in the auditor’s letterhead', 3],
    [frontOf(report), 'name on the title page', 2],
  ]
  const found = places.flatMap(([passages, rule, weight]) =>
    claimsOf(report, passages, rule).map((one) => ({
      one,
      weight:
        weight +
        (isBeforeProfession(passages, one.value) ? 3 : 0) +
        (FIRM_SUFFIX.test(one.value) ? 3 : SUFFIX.test(one.value) ? 2 : 0) -
        (PERSON.test(one.value) ? 5 : 0),
    })),
  )
  const elsewhere = [...footers, ...sentencesIn(report, ['tests'])].map(({ text }) => squeeze(text))
  const scored = found.map(({ one, weight }) => {
    const name = squeeze(one.value)
    const others = new Set(
      found.filter((other) => squeeze(other.one.value) === name).map((other) => other.one.rule),
    )
    const repeats = elsewhere.some((text) => text.includes(name)) ? 1 : 0
    return { one, score: weight + 2 * (others.size - 1) + repeats }
  })
  const sure = scored.filter(({ score }) => score >= 5).toSorted((a, b) => b.score - a.score)
  if (sure.length > 0) return sure.map(({ one }) => one)
  return sentencesIn(report, ['tests', 'auditor', 'front']).flatMap((sentence) => {
    const match = PERFORMED_BY.exec(sentence.text)
    const name = match?.[1] ?? ''
    const start = sentence.text.indexOf(name)
    return name === ''
      ? []
      : [claim(name, sentence, 'firm that performed the tests', start, start + name.length)]
  })
}
