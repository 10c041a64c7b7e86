/** Text that runs on, over lines and pages, and the page of each of its characters. */
export interface Passage {
  text: string
  /** Where the text of each page begins, in order. */
  pages: readonly { at: number; page: number }[]
}

/** Text of one page, as it is proved later. */
export interface PassagePart {
  page: number
  text: string
}

/** Every word of a report, which tells a hyphen of a word from one at a line's end. */
export interface Words {
  has: (word: string) => boolean
  /** Those that stand within lines, where no line's end can have cut them. */
  inner: ReadonlySet<string>
}

const LAST_WORD = /([\p{L}\p{N}]+)\s?[-\u2010\u00ad]$/u
const FIRST_WORD = /^(\p{Ll}[\p{L}\p{N}]*)/u

/** @returns all words of these lines in lower case, those with hyphens as well */
export const wordsOf = (texts: Iterable<string>): Words => {
  const words = new Set<string>()
  const inner = new Set<string>()
  for (const text of texts) {
    const found = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []
    for (const [at, word] of found.entries()) {
      words.add(word)
      if (at > 0 && at < found.length - 1) inner.add(word)
    }
  }
  return { has: (word) => words.has(word), inner }
}

/** Words that the rules look for, and that a narrow column may always break. */
const RULE_WORDS = new Set(
  `exception exceptions deviation deviations relevant identified service services organization
  organizations organisation organisations effectiveness effective effectively operating operated
  criteria complementary responsible responsibility responsibilities confidentiality availability
  integrity processing security privacy opinion subservice january february april august september
  october november december examined examination suitability description throughout customers
  customer management controls performed testing occurrences`.split(/\s+/),
)
const LAST_PART = /(?:^|[\s(“"])([\p{L}]{2,})$/u
const FIRST_PART = /^(\p{Ll}{2,})/u

/** A word whose hyphen at the line's end is soft, which pdf.js leaves out: its halves are no words. */
const isBroken = (text: string, next: string, words: Words): boolean => {
  const last = LAST_PART.exec(text.slice(-40))?.[1]?.toLowerCase() ?? ''
  const first = FIRST_PART.exec(next)?.[1] ?? ''
  if (last === '' || first === '') return false
  if (RULE_WORDS.has(last + first)) return true
  if (!words.has(last + first)) return false
  return !words.inner.has(last) || !words.inner.has(first)
}

/** Joins two lines. A hyphen at the end of the first goes, unless the report writes it elsewhere. */
const joined = (text: string, next: string, words: Words): string => {
  const [hyphened, last = ''] = LAST_WORD.exec(text) ?? []
  const [, first = ''] = FIRST_WORD.exec(next) ?? []
  if (hyphened === undefined) {
    const isOneWord = /[\p{L}\p{N}]-$/u.test(text) || isBroken(text, next, words)
    return isOneWord ? text + next : `${text} ${next}`
  }
  if (first === '')
    return text.endsWith('\u00ad')
      ? text.slice(0, -1) + next
      : `${text.replace(/\s-$/, '-')}${next}`
  const stem = text.slice(0, text.length - hyphened.length) + last
  const plain = (last + first).toLowerCase()
  const keeps = words.has(`${last}-${first}`.toLowerCase()) && !words.has(plain)
  return keeps ? `${stem}-${next}` : stem + next
}

/**
 * Joins lines, parts or passages to one that runs on.
 * @param parts texts with their pages, in reading order
 */
export const passageOf = (parts: readonly PassagePart[], words: Words): Passage => {
  let text = ''
  const pages: { at: number; page: number }[] = []
  for (const part of parts) {
    if (part.text === '') continue
    const before = text
    text = text === '' ? part.text : joined(text, part.text, words)
    if (pages.at(-1)?.page === part.page) continue
    pages.push({ at: before === '' ? 0 : text.length - part.text.length, page: part.page })
  }
  return { text, pages }
}

/**
 * Cuts a piece out of a passage.
 * @returns its text on each page that it touches, without space around it
 */
export const partsOf = (
  { text, pages }: Passage,
  start = 0,
  end: number = text.length,
): PassagePart[] =>
  pages
    .map(({ at, page }, index) => ({
      page,
      text: text.slice(Math.max(at, start), Math.min(pages[index + 1]?.at ?? end, end)).trim(),
    }))
    .filter((part) => part.text !== '')

/** A piece of a passage as a passage of its own. */
export const slice = (passage: Passage, start: number, end?: number): Passage => {
  const stop = end ?? passage.text.length
  const text = passage.text.slice(start, stop)
  const from = start + text.length - text.trimStart().length
  const to = from + text.trim().length
  const first = passage.pages.findLast(({ at }) => at <= from)
  return {
    text: passage.text.slice(from, to),
    pages: [
      ...(first ? [{ at: 0, page: first.page }] : []),
      ...passage.pages
        .filter(({ at }) => at > from && at < to)
        .map(({ at, page }) => ({ at: at - from, page })),
    ],
  }
}

/** The page on which a passage begins. */
export const firstPage = ({ pages }: Passage): number => pages[0]?.page ?? 0

/** Ends of words that a full stop follows within a sentence. */
const ABBREVIATION =
  /(?:^|[\s("“'])(?:inc|ltd|co|corp|no|nos|vs|e\.g|i\.e|mr|mrs|ms|dr|prof|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|l\.p|p\.c|sec|para|ref|approx|cf|al|dept|plc|pty|s\.a|b\.v|n\.v|\p{Lu})\.$/iu
const SENTENCE_END = /[.!?]["”’')\]]*(?:\d{1,2})?(?=\s+["“‘'(]?[\p{Lu}\p{N}•])/gu

/** @returns the sentences of a passage, in order; their texts make up the passage */
export const sentencesOf = (passage: Passage): Passage[] => {
  const { text } = passage
  const sentences: Passage[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(SENTENCE_END)) {
    const isStop = mark.startsWith('.')
    if (isStop && ABBREVIATION.test(text.slice(Math.max(start, index - 8), index + 1))) continue
    sentences.push(slice(passage, start, index + mark.length))
    start = index + mark.length
  }
  return [...sentences, slice(passage, start)].filter((sentence) => sentence.text !== '')
}
