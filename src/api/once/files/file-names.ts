import { inOneCase, plain } from '../plain-text.ts'

/**
 * What a service may make of a file's name. It may change case, Unicode form and blanks, drop marks
 * that do not show, lose the extension, number a second file of one name, or replace what it does
 * not like.
 */

const EXTENSION = /\.[^.]*$/
/** The number that a second file of one name gets. */
const NUMBER = /\s*\(\d+\)\s*$/
const NO_SIGN = /[^\p{L}\p{N}]/gu
const NOT_ASCII = /[^a-z0-9]/g

const withoutExtension = (name: string): string => name.replace(EXTENSION, '')

/**
 * Whether a listed name is that of a file that was sent: nothing but case, form, blanks and marks
 * that do not show may differ, and the extension may be lost.
 */
export const isNameOf = (listed: string, sent: string): boolean =>
  [sent, withoutExtension(sent)].some((name) => plain(name) === plain(listed))

/** The letters and digits of a name, without accents. */
const coreOf = (text: string): string =>
  inOneCase(text.normalize('NFKC')).normalize('NFKD').replaceAll(NO_SIGN, '')

/** What is left where a service replaces every letter but the plainest; '' where that is too little. */
const asciiOf = (text: string): string => {
  const left = text.normalize('NFC').toLowerCase().replaceAll(NOT_ASCII, '')
  return left.length * 2 >= coreOf(text).length ? left : ''
}

/** What a name is compared by, to tell whether one of two files may be taken for the other. */
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
 * Whether one of two files, given by their {@link twinKeysOf}, may be taken for the other in a list.
 * It is generous: two that are held apart for nothing cost some seconds, two that are mistaken cost
 * a file.
 */
export const areTwins = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((key) => other.has(key))
