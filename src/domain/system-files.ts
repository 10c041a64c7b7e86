/**
 * Files that programs keep beside documents and that come along when a folder is taken: nobody
 * means them.
 */

/** Their names, in lower case. */
const NAMES: ReadonlySet<string> = new Set([
  '.ds_store',
  '.localized',
  '.directory',
  'desktop.ini',
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'icon\r',
])

/**
 * How their names begin or end: what Word and Excel, LibreOffice, and macOS on other file systems
 * keep for a document.
 */
const PATTERNS = [/^~\$/, /^\.~lock\..*#$/, /^\._/, /^~wrl\d+\.tmp$/] as const

const isSystemFile = ({ name }: { name: string }): boolean => {
  const folded = name.toLowerCase()
  return NAMES.has(folded) || PATTERNS.some((pattern) => pattern.test(folded))
}

/** How many names a remark holds. */
const MOST_NAMES = 3

const remarkOn = (names: readonly string[]): string => {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`)
  const more = names.length - shown.length
  const listed = more > 0 ? [...shown, `${more} more`] : shown
  const all = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(listed)
  return names.length === 1
    ? `${all} was left out: it is a hidden file of Office or of the system.`
    : `${all} were left out: they are hidden files of Office or of the system.`
}

/**
 * Separates the files of the analyst from those of programs.
 * @returns the former, and a sentence about the latter; null if there are none
 */
export const withoutSystemFiles = <F extends { name: string }>(
  files: readonly F[],
): { files: F[]; remark: string | null } => {
  const others = files.filter((file) => isSystemFile(file))
  return {
    files: files.filter((file) => !isSystemFile(file)),
    remark: others.length === 0 ? null : remarkOn(others.map(({ name }) => name.trim())),
  }
}
