/** What to do with a file that is not accepted, by its extension: one sentence each. */

const openAndSave = (program: string, extension: string): string =>
  `Open it in ${program}, save it as ${extension}, and choose that file.`
const PRINT = 'Open it, print it to PDF, and choose that file.'

/** The extensions, separated by blanks, and the sentence for them. */
const WAYS_OUT: readonly (readonly [extensions: string, sentence: string])[] = [
  ['.xls .xlsm .xlsb .xlt .xltx .xltm .xla .xlam .xlw .slk', openAndSave('Excel', '.xlsx')],
  ['.docm .dot .dotx .dotm .rtf .wps .wpd', openAndSave('Word', '.docx')],
  ['.ppt .pptm .pps .ppsx .ppsm .pot .potx .potm', openAndSave('PowerPoint', '.pptx')],
  ['.ott .fodt .sxw', openAndSave('LibreOffice', '.odt')],
  ['.ots .fods .sxc', openAndSave('LibreOffice', '.ods')],
  ['.otp .fodp .sxi', openAndSave('LibreOffice', '.odp')],
  ['.numbers', 'Open it in Numbers, export it as .xlsx, and choose that file.'],
  ['.pages', 'Open it in Pages, export it as .docx, and choose that file.'],
  ['.key', 'Open it in Keynote, export it as .pptx, and choose that file.'],
  ['.txt .text .md', 'Save it as .csv if it is a table, or else as .docx, and choose that file.'],
  ['.tsv .tab .psv', 'Open it in Excel, save it as “CSV UTF-8”, and choose that file.'],
  ['.html .htm .xhtml .mht .mhtml .webarchive', PRINT],
  ['.xps .oxps .ps .eps .djvu .epub .vsd .vsdx .odg .pub .one .mpp', PRINT],
  ['.xml .json .jsonl .yaml .yml', 'Ask the sender for it as .xlsx, .csv or .pdf.'],
  ['.zip .7z .rar .tar .gz .tgz .bz2 .xz .zst', 'Unpack it, and choose the files in it.'],
  ['.msg .eml .emlx .oft', 'Open it, save the files attached to it, and choose those.'],
  [
    '.p7m .p7s .pgp .gpg .asc',
    'It is encrypted or signed. Decrypt it, or ask the sender for the file itself.',
  ],
  [
    '.url .webloc .lnk .desktop .gdoc .gsheet .gslides',
    'It is only a link. Open it, download the file itself, and choose that.',
  ],
  [
    '.crdownload .part .partial .download .opdownload .icloud',
    'Its download has not finished. Wait for it, then choose the file.',
  ],
]

const PICTURES = '.webp .heic .heif .avif .tif .tiff .bmp .svg .jfif .jpe .jp2'

const has = (extensions: string, extension: string): boolean =>
  extensions.split(' ').includes(extension)

/**
 * What to do with a file that has an extension which is not accepted.
 * @param arePicturesTaken whether the upload takes pictures at all
 * @returns a sentence; null if nothing better can be said than what is accepted
 */
export const wayOutOf = (extension: string, arePicturesTaken: boolean): string | null => {
  if (has(PICTURES, extension))
    return arePicturesTaken ? 'Open it, save it as .png or .jpg, and choose that file.' : PRINT
  return WAYS_OUT.find(([extensions]) => has(extensions, extension))?.[1] ?? null
}
