/**
 * The file types that the service accepts (contract, point 8), by extension, each with its MIME
 * types. The first is the one to send; the others are what operating systems report for the same
 * type.
 */

const DOCUMENTS = {
  '.pdf': ['application/pdf'],
  '.docx': ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  '.odt': ['application/vnd.oasis.opendocument.text'],
  '.doc': ['application/msword'],
  '.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  '.ods': ['application/vnd.oasis.opendocument.spreadsheet'],
  '.pptx': ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  '.odp': ['application/vnd.oasis.opendocument.presentation'],
  // Windows with Excel reports a workbook, and systems without a spreadsheet program plain text.
  '.csv': ['text/csv', 'application/vnd.ms-excel', 'text/plain'],
} as const
const IMAGES = {
  '.gif': ['image/gif'],
  '.jpg': ['image/jpeg'],
  '.jpeg': ['image/jpeg'],
  '.png': ['image/png'],
} as const

/** The types of questionnaires: those of reports except images. */
export const QUESTIONNAIRE_FILE_TYPES = DOCUMENTS
/** The types of reports and documents. */
export const REPORT_FILE_TYPES = { ...DOCUMENTS, ...IMAGES } as const
export type FileExtension = keyof typeof REPORT_FILE_TYPES
/** One of the two tables above. */
export type FileTypes = Readonly<Partial<Record<FileExtension, readonly string[]>>>

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d] // %PDF-
/** Office Open XML and OpenDocument are zip archives. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The compound file format of Office 97. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const GIF = [0x47, 0x49, 0x46, 0x38] // GIF8, before 7a or 9a
const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47]

/**
 * The first bytes of files with each extension. null for text, which may start with anything but
 * holds no NUL byte.
 */
export const FILE_SIGNATURES: Readonly<Record<FileExtension, readonly number[] | null>> = {
  '.pdf': PDF,
  '.docx': ZIP,
  '.odt': ZIP,
  '.doc': COMPOUND,
  '.xlsx': ZIP,
  '.ods': ZIP,
  '.pptx': ZIP,
  '.odp': ZIP,
  '.csv': null,
  '.gif': GIF,
  '.jpg': JPEG,
  '.jpeg': JPEG,
  '.png': PNG,
}

/**
 * The MIME types that a file with this name may have.
 * @returns undefined if its extension, in any case, is not in the table
 */
export const mimeTypesOf = (types: FileTypes, fileName: string): readonly string[] | undefined => {
  const extension = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0]
  return Object.entries(types).find(([known]) => known === extension)?.[1]
}
