import type { PastedLine } from './paste-lines.ts'

/**
 * Recognises the head of a pasted table, which is no item of a list.
 */

/** What columns are called in reports and in the sheets that analysts keep. */
const HEADS = new Set(
  `#, no, nr, number, id, ref, reference, item, name, title, description, details, summary, type, category,
  status, result, results, test, tests, test performed, tests performed, test of controls,
  tests of controls, test result, test results, result of test, results of test, results of testing,
  exception, exceptions, exceptions noted, deviation, deviations, finding, findings, observation,
  observations, issue, issues, management response, management's response, response, remediation,
  comment, comments, note, notes, owner, severity, risk,
  control, controls, control id, control number, control no, control description, control activity,
  control activities, control objective, control objectives, criteria, criterion, tsc,
  trust services criteria, cuec, cuecs, uec, user control, user controls, user entity control,
  user entity controls, complementary user entity control, complementary user entity controls,
  in place, implemented, in place yes/no, yes/no, y/n,
  service, services, service name, service provided, services provided, product, products, system,
  city, town, location, locations, site, sites, office, offices, facility, facilities, state, province,
  region, country, state or country, state/country, state or province`
    .split(',')
    .map((name) => name.trim()),
)

const isHead = (cell: string): boolean =>
  HEADS.has(
    cell
      .toLowerCase()
      .replaceAll('’', "'")
      .replaceAll(/\s+/g, ' ')
      .replace(/[\s.:?*]+$/u, '')
      .replace(/\s*\((?:yes\/no|y\/n)\)$/u, ''),
  )

/**
 * The head of a pasted table: its first line, where each cell is the name of a column and other lines
 * follow. A text that is no table has one only if its first line has several cells.
 * @returns the cells of the head; null if there is none
 */
export const headOf = (
  lines: readonly PastedLine[],
  isTable: boolean,
): readonly string[] | null => {
  const cells = lines[0]?.cells ?? []
  const isOfTable = isTable || cells.length > 1
  return isOfTable && lines.length > 1 && cells.every(isHead) ? cells : null
}
