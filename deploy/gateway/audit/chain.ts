import { createHash } from 'node:crypto'

/**
 * Lines of JSON that hold together: each names the hash of the line before it and its own. So a line
 * cannot be changed, taken out, moved or put in without its hash, or that of the next line, being
 * wrong. Only the end can be cut off unseen, unless somebody keeps the last hash elsewhere.
 */

/** What the first line names as the hash before it. */
export const BEGINNING = '0'.repeat(64)

/** The text of a line without its hash, and the hash. */
const LINE = /^(\{.*"previous":"([0-9a-f]{64})"),"hash":"([0-9a-f]{64})"\}$/s

const hashOf = (previous: string, text: string): string =>
  createHash('sha256').update(previous).update(text).digest('hex')

/** A line of the log, without a line break at its end. */
export interface Link {
  line: string
  hash: string
}

/**
 * Makes the next line.
 * @param entry what is logged; it has no members named previous and hash
 * @param previous the hash of the line before it, or {@link BEGINNING}
 */
export const linkTo = (previous: string, entry: object): Link => {
  const text = JSON.stringify({ ...entry, previous })
    .slice(0, -1)
    // JSON may hold these as they are, but programs that read lines take them for line breaks.
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
  const hash = hashOf(previous, text)
  return { line: `${text},"hash":"${hash}"}`, hash }
}

/**
 * Reads the hash of a line that is whole.
 * @returns undefined where the line is not as it was written, or does not follow
 * @param previous the hash that it has to follow; undefined where that is not known
 */
export const hashIn = (line: string, previous?: string): string | undefined => {
  const [, text = '', follows = '', hash = ''] = LINE.exec(line) ?? []
  if (previous !== undefined && follows !== previous) return undefined
  return hash !== '' && hashOf(follows, text) === hash ? hash : undefined
}

/** What a check of a log has found. */
export type Verification =
  | { isWhole: true; lines: number; lastHash: string }
  /** @property line the first bad line, from 1 */
  | { isWhole: false; line: number; reason: string }

const bad = (line: number, reason: string): Verification => ({ isWhole: false, line, reason })

/**
 * Checks the lines of a log, one after the other.
 * @param lines without line breaks
 * @param expectedHash the hash of the last line, if it was kept elsewhere; without it nobody can see
 *   that the end was cut off
 */
export const verifyChain = async (
  lines: Iterable<string> | AsyncIterable<string>,
  expectedHash?: string,
): Promise<Verification> => {
  let previous = BEGINNING
  let count = 0
  for await (const line of lines) {
    count += 1
    const hash = hashIn(line, previous)
    if (hash === undefined) return bad(count, 'was changed, or does not follow the line before it')
    previous = hash
  }
  if (expectedHash !== undefined && previous !== expectedHash)
    return bad(count + 1, 'is missing: the log does not end with the expected hash')
  return { isWhole: true, lines: count, lastHash: previous }
}
