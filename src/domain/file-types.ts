/**
 * The file types that the service accepts (contract, point 8), by extension, each with the MIME
 * type to send. reported-types.ts has what browsers report.
 */

const DOCUMENTS = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.doc': 'application/msword',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.odp': 'application/vnd.oasis.opendocument.presentation',
  '.csv': 'text/csv',
} as const
const IMAGES = {
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
} as const

/** The types of questionnaires: those of reports except images. */
export const QUESTIONNAIRE_FILE_TYPES = DOCUMENTS
/** The types of reports and documents. */
export const REPORT_FILE_TYPES = { ...DOCUMENTS, ...IMAGES } as const
export type FileExtension = keyof typeof REPORT_FILE_TYPES
/** One of the two tables above. */
export type FileTypes = Readonly<Partial<Record<FileExtension, string>>>

/** The extension of a file name, in lower case; '' if it has none. */
export const extensionOf = (fileName: string): string =>
  /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? ''

/**
 * The MIME type of a file with this name.
 * @returns undefined if its extension, in any case, is not in the table
 */
export const mimeTypeOf = (types: FileTypes, fileName: string): string | undefined => {
  const extension = extensionOf(fileName)
  return Object.entries(types).find(([known]) => known === extension)?.[1]
}
