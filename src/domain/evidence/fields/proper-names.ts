/** A name in a text: words with a capital, and what may stand between them. */
export interface NameSpan {
  name: string
  start: number
  end: number
}

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{N}.+'’-]*|\p{L}\p{Ll}{0,20}\p{Lu}[\p{L}\p{N}]*|\d[\p{L}\p{N}]*)`
const LINK = String.raw`(?:\s+(?:&|of|de|du|der|van|von|for|the)\s+|\s+and\s+|,?\s+(?=(?:[Ii]nc|[Ll]td|LLC|L\.L\.C|LLP|Corp|Co|GmbH|AG|Limited|Pty|PLC|plc|B\.V|N\.V|S\.A)\b)|\s+|-)`
const SPAN = new RegExp(`${WORD}(?:${LINK}(?:${WORD}|inc|ltd))*\\.?`, 'gu')
const GENERIC =
  /^(?:the|a|an|this|that|these|those|our|its|it|we|section|part|description|system|soc|controls?|management|user|subservice|service|organizations?|organisations?|data|center|cloud|company|in|on|as|at|all|no|complementary|criteria|customers?|report|type|inc|ltd|llc|i{1,3}|iv|v|u\.?s\.?|eu|uk|cc\d.*|each|under|for|to|with|such|examination|assertion|auditor)\.?$/i
const COMPANY_END = /\b(?:[Ii]nc|[Ll]td|Ltd|Corp|Co|L\.L\.C|B\.V|N\.V|S\.A|L\.P)\.$/

/**
 * Finds names: runs of words with a capital. "and", "of" and "for" may link them, so that a run can
 * hold two names.
 */
export const namesIn = (text: string): NameSpan[] =>
  [...text.matchAll(SPAN)].flatMap((match) => {
    let name = match[0]
    if (name.endsWith('.') && !COMPANY_END.test(name)) name = name.slice(0, -1)
    const first = name.split(/\s/)[0] ?? ''
    let start = match.index
    if (GENERIC.test(first) && name.includes(' ')) {
      const cut = name.search(/\s\p{Lu}/u)
      if (cut < 0) return []
      start += cut + 1
      name = name.slice(cut + 1)
    }
    if (GENERIC.test(name) || name.length < 3) return []
    return [{ name, start, end: start + name.length }]
  })

const occurrences = (text: string, part: string): number => {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}

/**
 * Takes a run such as "A and B" apart, if the report also names A or B alone.
 * @param allText the whole text of the report
 * @param isPlural whether the sentence speaks of several
 */
export const splitNames = (span: NameSpan, allText: string, isPlural: boolean): NameSpan[] => {
  const joint = /\s+(?:and|&)\s+(?=\p{Lu})/gu
  for (const match of [...span.name.matchAll(joint)].toReversed()) {
    const left = span.name.slice(0, match.index)
    const right = span.name.slice(match.index + match[0].length)
    const both = occurrences(allText, span.name)
    const isApart = occurrences(allText, left) > both && occurrences(allText, right) > both
    const isUnknown = both === 1 && isPlural && left.includes(' ') && right.includes(' ')
    if (!isApart && !isUnknown) continue
    const rightStart = span.start + match.index + match[0].length
    return [
      ...splitNames(
        { name: left, start: span.start, end: span.start + left.length },
        allText,
        isPlural,
      ),
      { name: right, start: rightStart, end: span.end },
    ]
  }
  return [span]
}
