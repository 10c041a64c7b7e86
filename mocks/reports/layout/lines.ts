import { type Face, widthOf } from '../pdf/faces.ts'
import type { Look } from './look.ts'

/** A text in one face. */
export interface Run {
  face: Face
  text: string
}

/** A part of a line in one face, and where it begins. */
export interface PlacedRun extends Run {
  x: number
}

/** A line as it is drawn. */
export interface Line {
  runs: PlacedRun[]
  width: number
  /** Points that each space is wider than the font has it. */
  stretch: number
  text: string
}

interface Word extends Run {
  /** Whether the word goes on where the one before ended. */
  isGlued: boolean
}

const VOWEL = /[aeiouy]/

/** The places within a word where it may go on in the next line: between two consonants. */
const breaksOf = (word: string): number[] => {
  const isVowel = (index: number): boolean => VOWEL.test(word[index] ?? '')
  return Array.from({ length: word.length }, (_, index) => index).filter(
    (index) =>
      index >= 3 &&
      index <= word.length - 4 &&
      isVowel(index - 2) &&
      !isVowel(index - 1) &&
      !isVowel(index) &&
      isVowel(index + 1) &&
      /^[a-z]{4}$/.test(word.slice(index - 2, index + 2)),
  )
}

/** Splits a text at its spaces, and after the hyphens within words. */
const wordsOf = (runs: readonly Run[]): Word[] =>
  runs.flatMap(({ face, text }) =>
    text
      .split(' ')
      .filter(Boolean)
      .flatMap((word) =>
        word
          .split(/(?<=[a-z]-)(?=[a-z])/)
          .map((part, index): Word => ({ face, text: part, isGlued: index > 0 })),
      ),
  )

/** The most of a word that fits, with a hyphen after it; undefined where none of it does. */
const splitWord = (
  { face, text, isGlued }: Word,
  room: number,
  size: number,
  hyphen: Look['hyphen'],
): [head: Word, rest: Word] | undefined => {
  if (hyphen === 'none') return undefined
  const at = breaksOf(text).findLast(
    (index) => widthOf(face, `${text.slice(0, index)}${hyphen}`, size) <= room,
  )
  return at === undefined
    ? undefined
    : [
        { face, text: `${text.slice(0, at)}${hyphen}`, isGlued },
        { face, text: text.slice(at), isGlued: true },
      ]
}

/** A word that is wider than a line is cut where the line ends. */
const cutWord = ({ face, text, isGlued }: Word, room: number, size: number): [Word, Word] => {
  let at = text.length - 1
  while (at > 1 && widthOf(face, text.slice(0, at), size) > room) at -= 1
  return [
    { face, text: text.slice(0, at), isGlued },
    { face, text: text.slice(at), isGlued: true },
  ]
}

const lineOf = (words: readonly Word[], size: number, slack: number): Line => {
  const joined = words.reduce<Run[]>((runs, { face, text, isGlued }) => {
    const last = runs.at(-1)
    if (last?.face === face) last.text += isGlued ? text : ` ${text}`
    else runs.push({ face, text })
    return runs
  }, [])
  const text = joined.map((run) => run.text).join(' ')
  const spaces = text.split(' ').length - 1
  const stretch = spaces > 0 ? slack / spaces : 0
  let x = 0
  const runs = joined.map((run) => {
    const placed = { ...run, x }
    const inner = run.text.split(' ').length - 1
    x += widthOf(run.face, `${run.text} `, size) + stretch * (inner + 1)
    return placed
  })
  const last = joined.at(-1)
  return { runs, width: x - (last ? widthOf(last.face, ' ', size) + stretch : 0), stretch, text }
}

/** Below this share of its width a line is not stretched. */
const NEARLY_FULL = 0.75

/**
 * Breaks a text into lines.
 * @param width of a line, in points
 */
export const breakLines = (
  runs: readonly Run[],
  width: number,
  size: number,
  { isJustified, hyphen }: Pick<Look, 'isJustified' | 'hyphen'>,
): Line[] => {
  const lines: Line[] = []
  let line: Word[] = []
  let used = 0
  const end = (isLast: boolean): void => {
    const slack = width - used
    const isStretched = isJustified && !isLast && used > width * NEARLY_FULL
    lines.push(lineOf(line, size, isStretched ? slack : 0))
    line = []
    used = 0
  }
  const waiting = wordsOf(runs).toReversed()
  for (let word = waiting.pop(); word; word = waiting.pop()) {
    const gap = line.length > 0 && !word.isGlued ? widthOf(word.face, ' ', size) : 0
    const own = widthOf(word.face, word.text, size)
    if (used + gap + own <= width) {
      line.push(word)
      used += gap + own
      continue
    }
    const room = width - used - gap
    const split =
      splitWord(word, room, size, hyphen) ??
      (line.length === 0 ? cutWord(word, room, size) : undefined)
    if (split) {
      line.push(split[0])
      used += gap + widthOf(split[0].face, split[0].text, size)
      waiting.push({ ...split[1], isGlued: false })
    } else waiting.push(word)
    end(false)
  }
  if (line.length > 0) end(true)
  return lines
}
