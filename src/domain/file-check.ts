import { formatBytes } from '../lib/bytes.ts'
import {
  FILE_SIGNATURES,
  type FileExtension,
  type FileTypes,
  mimeTypesOf,
  QUESTIONNAIRE_FILE_TYPES,
  REPORT_FILE_TYPES,
} from './file-types.ts'

/** As what a file is sent: documents are taken in the same types as reports. */
export type FileKind = 'report' | 'questionnaire'

const TYPES: Readonly<Record<FileKind, FileTypes>> = {
  report: REPORT_FILE_TYPES,
  questionnaire: QUESTIONNAIRE_FILE_TYPES,
}
const NOUNS: Readonly<Record<FileKind, string>> = {
  report: 'Reports and documents',
  questionnaire: 'Questionnaires',
}

/** How much of a file's beginning is looked at: readers find a PDF's mark in its first kilobyte. */
const HEAD_BYTES = 1_024

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? ''

/** The extensions that are taken, for a file dialog: ".pdf,.docx,…". */
export const acceptedExtensions = (kind: FileKind): string => Object.keys(TYPES[kind]).join(',')

/** Says which extensions are taken. */
export const acceptedSentence = (kind: FileKind): string =>
  `${NOUNS[kind]} can be ${Object.keys(TYPES[kind])
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1')}.`

const beginsWith = (head: Uint8Array, signature: readonly number[], from = 0): boolean =>
  signature.every((byte, index) => head[from + index] === byte)

/** Whether a file's beginning is one that files of its extension have. */
const isAsItsName = (extension: FileExtension, head: Uint8Array): boolean => {
  const signature = FILE_SIGNATURES[extension]
  if (signature === null) return !head.includes(0)
  if (extension !== '.pdf') return beginsWith(head, signature)
  return head.some((_, place) => beginsWith(head, signature, place))
}

/**
 * Why a file is not sent: its extension, its MIME type against that, its first bytes, emptiness and
 * size (contract, point 8). The service would refuse it too, but only after all of it has travelled.
 *
 * @param limit the most bytes that a file may have
 * @returns a sentence that says what is wrong and what would be taken; null where nothing is
 */
export const refusalOf = async (
  file: File,
  kind: FileKind,
  limit: number,
): Promise<string | null> => {
  const extension = extensionOf(file.name)
  const mimeTypes = mimeTypesOf(TYPES[kind], file.name)
  if (!mimeTypes) {
    const has = extension ? `is a ${extension} file` : 'has no extension'
    return `“${file.name}” ${has}, which is not accepted. ${acceptedSentence(kind)}`
  }
  // A system that does not know a type gives none.
  if (file.type !== '' && !mimeTypes.includes(file.type.split(';', 1)[0]?.trim() ?? ''))
    return `“${file.name}” has the type ${file.type}, which does not match its extension ${extension}. Correct the extension, or choose another file. ${acceptedSentence(kind)}`
  if (file.size === 0)
    return `“${file.name}” is empty. Choose another file, or ask the sender for a new copy.`
  if (file.size > limit)
    return `“${file.name}” is ${formatBytes(file.size)}, more than the limit of ${formatBytes(limit)}. Make it smaller, or raise the limit in the user menu.`
  let head: Uint8Array
  try {
    head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  } catch {
    return `“${file.name}” could not be read. It may have been moved or deleted; choose it again.`
  }
  if (!isAsItsName(extension as FileExtension, head))
    return `“${file.name}” does not start like a ${extension} file, so it may be damaged or of another type. ${acceptedSentence(kind)}`
  return null
}

/** The file with the MIME type that its extension stands for, whatever the system called it. */
export const withMimeType = (file: File): File => {
  const [type] = mimeTypesOf(REPORT_FILE_TYPES, file.name) ?? []
  return type === undefined || type === file.type
    ? file
    : new File([file], file.name, { type, lastModified: file.lastModified })
}
