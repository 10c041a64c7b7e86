import { textFieldAt } from './text-field.ts'

const isPicture = ({ type }: File): boolean => type.startsWith('image/')

/** Whether a text is no more than the names of files, as a file manager copies it beside them. */
const namesOnly = (text: string, files: readonly File[]): boolean => {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim().replace(/^.*[/\\]/, ''))
  return lines.every((line) => line === '' || files.some(({ name }) => name === line))
}

/**
 * The files that a paste is about. Cells of a spreadsheet and words of a document also travel as a
 * picture of them: in a text field, only their text is meant.
 */
export const pastedFiles = ({
  clipboardData,
  target,
}: Pick<ClipboardEvent, 'clipboardData' | 'target'>): File[] => {
  const files = [...(clipboardData?.files ?? [])]
  const text = clipboardData?.getData('text/plain').trim() ?? ''
  const isText = text !== '' && !namesOnly(text, files)
  return isText && files.every(isPicture) && textFieldAt(target) ? [] : files
}
