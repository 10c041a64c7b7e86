import { textFieldAt } from './text-field.ts'

/** Said where something was dropped that is no file, such as an attachment in a mail program. */
export const NO_FILE = 'That was no file. Save it first, then drop it.'
/** Said where an empty folder was dropped. */
export const EMPTY_FOLDER = 'That folder has no files in it. Drop another folder, or files.'

const FILE_TYPES: readonly string[] = ['Files', 'application/x-moz-file']

/** Whether a drag or a paste carries files. While it is under way, the list of files is empty. */
export const carriesFiles = (data: DataTransfer | null): boolean =>
  data !== null &&
  (data.types.some((type) => FILE_TYPES.includes(type)) ||
    [...data.items].some(({ kind }) => kind === 'file'))

/** Whether a folder is among what is dropped. To be asked while the drop is handled. */
export const carriesFolder = ({ items }: DataTransfer): boolean =>
  [...items].some((item) => item.webkitGetAsEntry?.()?.isDirectory === true)

/**
 * Whether the browser handles a drag alone: text goes into text fields, wherever it comes from.
 * @param event a drag event
 */
export const isLeftToBrowser = ({
  dataTransfer,
  target,
}: Pick<DragEvent, 'dataTransfer' | 'target'>): boolean =>
  !carriesFiles(dataTransfer) && textFieldAt(target) !== null

/**
 * Refuses what is dragged beside all drop zones. A browser would open a file or a link in place of
 * the page.
 * @returns the function that stops refusing
 */
export const refuseStrayDrags = (): (() => void) => {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || isLeftToBrowser(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  }
  document.addEventListener('dragover', refuse)
  document.addEventListener('drop', refuse)
  return () => {
    document.removeEventListener('dragover', refuse)
    document.removeEventListener('drop', refuse)
  }
}
