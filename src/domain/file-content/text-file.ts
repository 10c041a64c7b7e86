import { standsAt } from './file-bytes.ts'

const UTF_8_MARK = [0xef, 0xbb, 0xbf]
const UTF_16_MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const
type Utf16 = keyof typeof UTF_16_MARKS

/** What no text holds: control characters, except blanks, line breaks and the end-of-file mark. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const NO_TEXT = /[\0-\x08\x0E-\x19\x1B-\x1F\uFFFE\uFFFF]/

/** The text in UTF-16, without a letter that is cut at the end; null if it is none. */
const decodeUtf16 = (bytes: Uint8Array, encoding: Utf16): string | null => {
  try {
    const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
    const text = new TextDecoder(encoding, { fatal: true }).decode(even, { stream: true })
    return NO_TEXT.test(text) ? null : text
  } catch {
    return null
  }
}

/** Text without a mark is taken for UTF-16 only if it looks like a table. */
const isTable = (text: string | null): text is string => text !== null && /[\t\n\r,;]/.test(text)

/**
 * Reads the beginning of a file as text, in UTF-8, UTF-16 or a national encoding with single bytes
 * for ASCII. Letters beyond ASCII may come out wrong.
 * @param size of the whole file in bytes
 * @returns the text, without the mark of its encoding; null if it is none
 */
export const textIn = (head: Uint8Array, size: number): string | null => {
  for (const encoding of ['utf-16le', 'utf-16be'] as const)
    if (standsAt(head, UTF_16_MARKS[encoding])) return decodeUtf16(head, encoding)
  if (!head.includes(0))
    return new TextDecoder('windows-1252').decode(
      standsAt(head, UTF_8_MARK) ? head.subarray(UTF_8_MARK.length) : head,
    )
  if (size % 2 === 1) return null
  const unmarked = (['utf-16le', 'utf-16be'] as const).map((encoding) =>
    decodeUtf16(head, encoding),
  )
  return unmarked.find(isTable) ?? null
}
