import { extensionOf, mimeTypeOf, REPORT_FILE_TYPES } from '../../../domain/file-types.ts'
import { inOneCase, plain } from '../plain-text.ts'

/**
 * How a service may change the name of a file: it may change case, Unicode form and blanks, drop
 * invisible marks, lose the extension, number a second file of the same name, replace characters
 * that it does not accept, or read the bytes of UTF-8 in another encoding.
 */

const EXTENSION = /\.[^.]*$/
/** The number that a second file of the same name gets, which is no year. */
const NUMBER = /\s*\((\d{1,3})\)\s*(?=(?:\.[^.]*)?$)/
const NO_SIGN = /[^\p{L}\p{N}]/gu
const NOT_ASCII = /[^a-z0-9]/g

const withoutExtension = (name: string): string => name.replace(EXTENSION, '')
const withoutNumber = (name: string): string => name.replace(NUMBER, '')

/**
 * Whether a listed name is that of a sent file. They may differ only in case, Unicode form, blanks
 * and invisible marks, and the extension may be missing.
 */
export const isNameOf = (listed: string, sent: string): boolean =>
  [sent, withoutExtension(sent)].some((name) => plain(name) === plain(listed))

/** The letters and digits of a name, without accents. */
const coreOf = (text: string): string =>
  inOneCase(text.normalize('NFKC')).normalize('NFKD').replaceAll(NO_SIGN, '')

/** The name after a service has replaced all but the plainest letters; '' if too little is left. */
const asciiOf = (text: string): string => {
  const left = text.normalize('NFC').toLowerCase().replaceAll(NOT_ASCII, '')
  return left.length * 2 >= coreOf(text).length ? left : ''
}

/** The name after a service has taken its UTF-8 for an encoding of one byte a letter. */
const garbledOf = (text: string): string[] =>
  ['NFC', 'NFD'].flatMap((form) => {
    const bytes = new TextEncoder().encode(text.normalize(form))
    const latin1 = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    return [latin1, new TextDecoder('windows-1252').decode(bytes)]
  })

/** The keys of a name as it is, with and without an extension and a number. */
const ownKeysOf = (name: string): string[] => {
  const stems = [withoutExtension(name), withoutExtension(withoutNumber(name))]
  return [coreOf(name), ...stems.flatMap((stem) => [coreOf(stem), plain(stem)])]
}

/** The keys of the names that a service may make of a name. */
const changedKeysOf = (name: string): string[] => {
  const stem = withoutExtension(name)
  const ascii = asciiOf(stem)
  const changed = [...garbledOf(stem), encodeURIComponent(stem.toWellFormed())].map(plain)
  return ascii === '' ? changed : [...changed, ascii]
}

/**
 * The keys by which two file names are compared to find out if they could be mistaken for each
 * other.
 */
export const twinKeysOf = (name: string): ReadonlySet<string> =>
  new Set([...ownKeysOf(name), ...changedKeysOf(name)])

/**
 * Whether two files, given by their {@link twinKeysOf}, could be mistaken for each other in a list.
 * When in doubt, yes: waiting without need costs some seconds, a mistake costs a file.
 */
export const areTwins = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((key) => other.has(key))

/** The extension, if it is one of a file that can be sent; '' if it was lost. */
const knownExtensionOf = (name: string): string => {
  const written = withoutNumber(plain(name))
  return mimeTypeOf(REPORT_FILE_TYPES, written) === undefined ? '' : extensionOf(written)
}

const differ = (values: readonly (string | undefined)[]): boolean =>
  new Set(values.filter((value) => value)).size > 1

/** Whether a service or a browser may have made one name of the other. */
const areVariants = (one: string, other: string): boolean => {
  const keys = new Set([...ownKeysOf(one), ...changedKeysOf(one)])
  return ownKeysOf(other).some((key) => key !== '' && keys.has(key))
}

/**
 * Whether two names may be those of one file, as its owner would see it: they differ only in what a
 * service or a browser changes. Another extension is another file.
 * @param hasSameSize whether the files have one size; if not, another number is another file, too
 */
export const areLikeNames = (one: string, other: string, hasSameSize: boolean): boolean => {
  if (isNameOf(one, other) || isNameOf(other, one)) return true
  if (differ([one, other].map(knownExtensionOf))) return false
  if (!hasSameSize && differ([one, other].map((name) => NUMBER.exec(name)?.[1]))) return false
  return areVariants(one, other) || areVariants(other, one)
}
