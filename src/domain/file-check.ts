import { formatBytes } from '../lib/bytes.ts'
import type { Content } from './file-content/content.ts'
import { contentOf } from './file-content/content-of.ts'
import { isPdfEncrypted } from './file-content/pdf-file.ts'
import {
  extensionOf,
  type FileExtension,
  type FileTypes,
  mimeTypeOf,
  QUESTIONNAIRE_FILE_TYPES,
  REPORT_FILE_TYPES,
} from './file-types.ts'
import { contradictsExtension } from './reported-types.ts'
import { wayOutOf } from './ways-out.ts'

/** The kind of upload. Documents accept the same types as reports. */
export type FileKind = 'report' | 'questionnaire'

const TYPES: Readonly<Record<FileKind, FileTypes>> = {
  report: REPORT_FILE_TYPES,
  questionnaire: QUESTIONNAIRE_FILE_TYPES,
}
const NOUNS: Readonly<Record<FileKind, string>> = {
  report: 'Reports and documents',
  questionnaire: 'Questionnaires',
}

const PROTECTED: Readonly<Record<NonNullable<Content['protection']>, string>> = {
  password:
    'is protected by a password. Ask the sender for it without one, or save it without one yourself.',
  rights:
    'can be opened only by the people that its sender named. Ask the sender for it without this protection.',
}

/** The accepted extensions, for a file dialog: ".pdf,.docx,…". */
export const acceptedExtensions = (kind: FileKind): string => Object.keys(TYPES[kind]).join(',')

/** A sentence that lists the accepted extensions. */
export const acceptedSentence = (kind: FileKind): string =>
  `${NOUNS[kind]} can be ${Object.keys(TYPES[kind])
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1')}.`

/** A name without the blanks and invisible marks at its end, which hide its extension. */
const tidyName = (name: string): string =>
  name.replace(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u, '')

const isAccepted = (extension: string | null, kind: FileKind): extension is FileExtension =>
  extension !== null && Object.hasOwn(TYPES[kind], extension)

/** What to do with a file of this type. */
const wayOutFor = (extension: string, kind: FileKind): string | null =>
  wayOutOf(extension, isAccepted('.png', kind))

/** What looks like the extension of a type, such as .exe, unlike that of "report.pdf (1)". */
const TYPE_EXTENSION = /^\.[a-z]{1,4}$/

/** The way out for a name without the extension of a type, if the content is accepted. */
const renameWayOut = async (file: File, extension: string, kind: FileKind) => {
  if (TYPE_EXTENSION.test(extension)) return null
  const { is } = await contentOf(file).catch(() => ({ is: null }))
  return isAccepted(is, kind)
    ? `It starts like a ${is} file: rename it so that it ends in ${is}.`
    : null
}

/** The sentence for an extension that is not accepted. */
const refuseExtension = async (file: File, name: string, kind: FileKind): Promise<string> => {
  const extension = extensionOf(name)
  const has = extension ? `is a ${extension} file` : 'has no extension'
  const wayOut =
    wayOutFor(extension, kind) ??
    (await renameWayOut(file, extension, kind)) ??
    acceptedSentence(kind)
  return `“${file.name}” ${has}, which is not accepted. ${wayOut}`
}

/** The sentence for a content that does not go with the extension. */
const refuseContent = ({ is }: Content, extension: FileExtension, kind: FileKind): string => {
  const start = `does not start like a ${extension} file`
  if (is === null) {
    const wayOut =
      extension === '.csv' ? 'Open it in Excel and save it as “CSV UTF-8”.' : acceptedSentence(kind)
    return `${start}, so it may be damaged or of another type. ${wayOut}`
  }
  const wayOut = isAccepted(is, kind)
    ? `Rename it so that it ends in ${is}, or choose another file.`
    : (wayOutFor(is, kind) ?? acceptedSentence(kind))
  return `${start}, but like a ${is} file. ${wayOut}`
}

/**
 * Checks a file before it is sent (contract, point 8): the service would refuse it too, but only
 * after the whole upload, or when nobody looks any more. The extension counts most, then what the
 * bytes show, then the reported type, which depends on the programs of this computer.
 *
 * @param limit the size limit in bytes
 * @returns a sentence that says what is wrong and what to do; null if the file is fine
 */
export const refusalOf = async (
  file: File,
  kind: FileKind,
  limit: number,
): Promise<string | null> => {
  const name = tidyName(file.name)
  const extension = extensionOf(name)
  if (!isAccepted(extension, kind)) return refuseExtension(file, name, kind)
  if (file.size === 0)
    return `“${file.name}” is empty. Choose another file, or ask the sender for a new copy.`
  if (file.size > limit)
    return `“${file.name}” is ${formatBytes(file.size)}, more than the limit of ${formatBytes(limit)}. Make it smaller, or raise the limit in the user menu.`
  let content: Content
  try {
    content = await contentOf(file)
  } catch {
    return `“${file.name}” could not be read. It may have been changed, moved or deleted since you chose it; choose it again.`
  }
  if (content.protection !== null) return `“${file.name}” ${PROTECTED[content.protection]}`
  if (!content.fits.includes(extension))
    return `“${file.name}” ${refuseContent(content, extension, kind)}`
  if (contradictsExtension(file.type, extension))
    return `“${file.name}” has the type ${file.type}, which does not match its extension ${extension}. Save it in a folder, then choose it from there.`
  return null
}

/**
 * A hint about a file that is sent all the same.
 * @returns a sentence; null if there is nothing to say
 */
export const remarkOn = async (file: File): Promise<string | null> => {
  const isEncrypted =
    extensionOf(tidyName(file.name)) === '.pdf' && (await isPdfEncrypted(file).catch(() => false))
  return isEncrypted
    ? `“${file.name}” is encrypted. If it asks for a password when it is opened, ask the sender for it without one.`
    : null
}

/**
 * The file as it is to be sent: with the MIME type of its extension, regardless of the system's
 * guess, and without invisible marks after its extension.
 */
export const asSent = (file: File): File => {
  const name = tidyName(file.name)
  const type = mimeTypeOf(REPORT_FILE_TYPES, name) ?? file.type
  return type === file.type && name === file.name
    ? file
    : new File([file], name, { type, lastModified: file.lastModified })
}
