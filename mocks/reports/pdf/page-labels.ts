import { pdfText } from './pdf-file.ts'

const UNITS: readonly (readonly [value: number, letters: string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number in small roman letters, as front matter is numbered. */
export const roman = (value: number): string => {
  let rest = value
  let letters = ''
  for (const [unit, text] of UNITS) for (; rest >= unit; rest -= unit) letters += text
  return letters
}

/** How a label counts, and where it stands; undefined for one that is no number. */
const countOf = (label: string): { style: 'D' | 'r'; value: number } | undefined => {
  if (/^\d+$/.test(label)) return { style: 'D', value: Number(label) }
  let value = 0
  let rest = label
  for (const [unit, text] of UNITS)
    for (; rest.startsWith(text); rest = rest.slice(text.length)) value += unit
  return rest === '' && value > 0 ? { style: 'r', value } : undefined
}

/** The labels of pages, as runs that count on (ISO 32000, 12.4.2). */
export const labelsOf = (labels: readonly string[]): string => {
  const runs = labels.flatMap((label, index) => {
    const count = countOf(label)
    const before = countOf(labels[index - 1] ?? '')
    if (count && before?.style === count.style && before.value + 1 === count.value) return []
    return count
      ? [`${index} << /S /${count.style} /St ${count.value} >>`]
      : [`${index} << /P ${pdfText(label)} >>`]
  })
  return `<< /Nums [${runs.join(' ')}] >>`
}
