import { inOneCase, plain } from '../plain-text.ts'

/**
 * How a service may change the name of a file: it may change case, Unicode form and blanks, drop
 * invisible marks, lose the extension, number a second file of the same name, or replace characters
 * it does not accept.
 */

const EXTENSION = /\.[^.]*$/
/** The number that a second file of the same name gets. */
const NUMBER = /\s*\(\d+\)\s*$/
const NO_SIGN = /[^\p{L}\p{N}]/gu
const NOT_ASCII = /[^a-z0-9]/g

const withoutExtension = (name: string): string => name.replace(EXTENSION, '')

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

/**
 * The keys by which two file names are compared to find out if they could be mistaken for each
 * other.
 */
export const twinKeysOf = (name: string): ReadonlySet<string> => {
  const stem = withoutExtension(name)
  const ascii = asciiOf(stem)
  return new Set([
    coreOf(name),
    coreOf(stem),
    coreOf(withoutExtension(name.replace(NUMBER, ''))),
    coreOf(stem.replace(NUMBER, '')),
    ...(ascii === '' ? [] : [ascii]),
  ])
}

/**
 * Whether two files, given by their {@link twinKeysOf}, could be mistaken for each other in a list.
 * When in doubt, yes: waiting without need costs some seconds, a mistake costs a file.
 */
export const areTwins = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((key) => other.has(key))
