import type { Face } from '../pdf/faces.ts'
import type { Run } from './lines.ts'
import type { Look } from './look.ts'

const BOLD = /^\*\*(.+?)\*\* ?/

/** A text with the ligatures of its look. */
export const shaped = ({ hasLigatures }: Look, text: string): string =>
  hasLigatures ? text.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ') : text

/** A text as runs: its first words are bold where they stand between pairs of asterisks. */
export const runsOf = (look: Look, text: string, face: Face): Run[] => {
  const lead = BOLD.exec(text)
  if (!lead) return [{ face, text: shaped(look, text) }]
  return [
    { face: { ...face, style: 'bold' as const }, text: shaped(look, lead[1] ?? '') },
    { face, text: shaped(look, text.slice(lead[0].length)) },
  ].filter((run) => run.text !== '')
}
