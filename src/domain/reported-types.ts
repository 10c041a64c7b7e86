import { type FileExtension, REPORT_FILE_TYPES } from './file-types.ts'

/**
 * What browsers report as the type of a file. They take it from the extension and from what the
 * programs of the computer have registered, so it says little about the file: it may be general,
 * outdated, or a name that only one program knows.
 */

/** What registries report beside the type to send, by type, with the extensions that it goes with. */
const REPORTED: Readonly<Record<string, readonly FileExtension[]>> = {
  'application/x-pdf': ['.pdf'],
  'application/acrobat': ['.pdf'],
  'application/vnd.pdf': ['.pdf'],
  'text/pdf': ['.pdf'],
  'text/x-pdf': ['.pdf'],
  // Excel takes over tables, and older registries know only the types of Office 97.
  'application/vnd.ms-excel': ['.csv', '.xlsx'],
  'application/msexcel': ['.csv', '.xlsx'],
  'application/x-msexcel': ['.csv', '.xlsx'],
  'application/x-excel': ['.csv', '.xlsx'],
  'application/excel': ['.csv', '.xlsx'],
  'application/msword': ['.doc', '.docx'],
  'application/vnd.ms-word': ['.doc', '.docx'],
  'application/x-msword': ['.doc', '.docx'],
  'application/vnd.ms-powerpoint': ['.pptx'],
  'application/mspowerpoint': ['.pptx'],
  // Where no spreadsheet program is installed.
  'text/plain': ['.csv'],
  'application/csv': ['.csv'],
  'application/x-csv': ['.csv'],
  'text/x-csv': ['.csv'],
  'text/comma-separated-values': ['.csv'],
  'text/x-comma-separated-values': ['.csv'],
  'text/tab-separated-values': ['.csv'],
  // The containers, where no Office program is installed.
  'application/zip': ['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'],
  'application/x-zip-compressed': ['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'],
  'application/x-zip': ['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'],
  'application/x-ole-storage': ['.doc'],
  'application/x-cfb': ['.doc'],
  'image/jpg': ['.jpg', '.jpeg'],
  'image/pjpeg': ['.jpg', '.jpeg'],
  'image/x-png': ['.png'],
  // Types of files that are not accepted, whatever their name.
  'text/html': [],
  'application/xhtml+xml': [],
  'image/webp': [],
  'image/tiff': [],
  'image/bmp': [],
  'image/heic': [],
  'image/svg+xml': [],
  'application/x-msdownload': [],
}

/**
 * Whether the reported type is that of another extension. Types that are empty, general, such as
 * application/octet-stream, or not known contradict nothing.
 * @param reported as the browser gives it, with or without parameters
 */
export const contradictsExtension = (reported: string, extension: FileExtension): boolean => {
  const type = reported.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (type === REPORT_FILE_TYPES[extension]) return false
  if (Object.hasOwn(REPORTED, type)) return !REPORTED[type]?.includes(extension)
  return Object.values(REPORT_FILE_TYPES).some((known) => known === type)
}
