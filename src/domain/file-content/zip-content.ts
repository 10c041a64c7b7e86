import type { Content } from './content.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

/** The extensions of accepted files that are zip archives. */
const ZIP_EXTENSIONS = ['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp'] as const

/**
 * The extension by the content type of the main part, of which a file has one (ECMA-376, part 1,
 * and MS-OFFMACRO2 for macros).
 */
const OPEN_XML: readonly (readonly [type: string, extension: string])[] = [
  ['openxmlformats-officedocument.wordprocessingml.document.main', '.docx'],
  ['openxmlformats-officedocument.wordprocessingml.template.main', '.dotx'],
  ['ms-word.document.macroenabled.main', '.docm'],
  ['ms-word.template.macroenabledtemplate.main', '.dotm'],
  ['openxmlformats-officedocument.spreadsheetml.sheet.main', '.xlsx'],
  ['openxmlformats-officedocument.spreadsheetml.template.main', '.xltx'],
  ['ms-excel.sheet.macroenabled.main', '.xlsm'],
  ['ms-excel.template.macroenabled.main', '.xltm'],
  ['ms-excel.sheet.binary.macroenabled.main', '.xlsb'],
  ['ms-excel.addin.macroenabled.main', '.xlam'],
  ['openxmlformats-officedocument.presentationml.presentation.main', '.pptx'],
  ['openxmlformats-officedocument.presentationml.template.main', '.potx'],
  ['openxmlformats-officedocument.presentationml.slideshow.main', '.ppsx'],
  ['ms-powerpoint.presentation.macroenabled.main', '.pptm'],
  ['ms-powerpoint.template.macroenabled.main', '.potm'],
  ['ms-powerpoint.slideshow.macroenabled.main', '.ppsm'],
  ['ms-visio.drawing.main', '.vsdx'],
]

/** The extension by the media type of an OpenDocument package, and of others that name theirs. */
const NAMED_TYPES: Readonly<Record<string, string>> = {
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/vnd.oasis.opendocument.text-template': '.ott',
  'application/vnd.oasis.opendocument.spreadsheet': '.ods',
  'application/vnd.oasis.opendocument.spreadsheet-template': '.ots',
  'application/vnd.oasis.opendocument.presentation': '.odp',
  'application/vnd.oasis.opendocument.presentation-template': '.otp',
  'application/vnd.oasis.opendocument.graphics': '.odg',
  'application/epub+zip': '.epub',
}

const UNKNOWN: Content = { is: null, fits: ZIP_EXTENSIONS, protection: null }

const known = (extension: string | undefined): Content =>
  extension === undefined ? UNKNOWN : { is: extension, fits: [extension], protection: null }

/** The media type that a manifest names for the whole package. */
const typeOfRoot = (manifest: string): string => {
  const [root = ''] = /<[^>]*full-path="\/"[^>]*>/.exec(manifest) ?? []
  return /media-type="([^"]*)"/.exec(root)?.[1] ?? ''
}

const openDocumentContent = async (zip: ZipArchive, manifest: string): Promise<Content> => {
  const type = (await zip.read('mimetype'))?.trim() ?? ''
  const content = known(NAMED_TYPES[type] ?? NAMED_TYPES[typeOfRoot(manifest)])
  // Each entry is encrypted, or, since OpenDocument 1.4, all of them together.
  const isLocked = manifest.includes(':encryption-data') || zip.names.includes('encrypted-package')
  return isLocked ? { ...content, protection: 'password' } : content
}

/**
 * Says what a zip archive holds, by what its own directory says.
 * @throws DOMException if the file can no longer be read
 */
export const zipContent = async (file: Blob): Promise<Content> => {
  const zip = await openZip(file)
  if (!zip) return UNKNOWN
  if (zip.isEncrypted) return { ...UNKNOWN, protection: 'password' }
  const names = new Set(zip.names.map((name) => name.toLowerCase()))
  if (names.has('[content_types].xml')) {
    const types = (await zip.read('[Content_Types].xml'))?.toLowerCase() ?? ''
    return known(OPEN_XML.find(([type]) => types.includes(`application/vnd.${type}`))?.[1])
  }
  const manifest = await zip.read('META-INF/manifest.xml')
  if (names.has('mimetype') || manifest !== null) return openDocumentContent(zip, manifest ?? '')
  return known('.zip')
}
