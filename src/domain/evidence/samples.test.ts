import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { pdfPages } from '../../testing/reports/pdf-pages.ts'
import { type Score, scoreOf, squash, type Truth } from '../../testing/reports/reading-score.ts'
import { fieldAt } from '../soc/form-fields.ts'
import { ANSWERABLE_PATHS, itemFor, suggestionsAt } from './field-suggestions.ts'
import type { PageText } from './layout/page-text.ts'
import { meetItems, meetValue, newItems } from './meet-form.ts'
import { predictionOf } from './prediction.ts'
import { type Reading, readPages } from './reading.ts'

const folder = fileURLToPath(new URL('./samples/', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.truth.json'))
  .map((file) => file.replace('.truth.json', ''))

const truthOf = (name: string): Truth =>
  JSON.parse(readFileSync(`${folder}${name}.truth.json`, 'utf8')) as Truth

const readings = new Map<string, Reading>()
const scores = new Map<string, Score>()

/** The text of a page in the order of the file, independent of what the reader makes of it. */
const textOf = ({ items }: PageText): string => squash(items.map(({ text }) => text).join(''))

beforeAll(async () => {
  for (const name of names) {
    const pages = await pdfPages(`${folder}${name}.pdf`)
    const reading = readPages(pages)
    readings.set(name, reading)
    for (const [field, score] of scoreOf(predictionOf(reading), truthOf(name), pages.map(textOf))) {
      const sum = scores.get(field) ?? { right: 0, wrong: 0, missed: 0 }
      scores.set(field, {
        right: sum.right + score.right,
        wrong: sum.wrong + score.wrong,
        missed: sum.missed + score.missed,
      })
    }
  }
}, 60_000)

const FIELDS: readonly (readonly [string, number])[] = [
  ['kind', 7],
  ['reportIssueDate', 5],
  ['certification', 5],
  ['scopeType', 4],
  ['auditPeriodRange', 5],
  ['trustServiceCriteria', 4],
  ['reportOpinion', 5],
  ['findings', 16],
  ['userControls', 34],
  ['services', 16],
  ['locations', 11],
  ['cpaFirm', 5],
  ['subserviceOrganization', 7],
  ['subserviceOrganizationUsingInclusiveMethod', 4],
]

describe('the sample reports', () => {
  test.each(FIELDS)(
    '%s: at least 98 of 100 values are right, and 90 of 100 are found',
    (field, known) => {
      const { right, wrong, missed } = scores.get(field) ?? { right: 0, wrong: 0, missed: 0 }
      expect(right + missed).toBeGreaterThanOrEqual(known)
      expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98)
      expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9)
    },
  )

  test('no audit date is read, as no sample is a type 1', () => {
    expect(scores.get('auditPeriod')).toEqual({ right: 0, wrong: 0, missed: 0 })
  })

  /**
   * No exception, exception, not tested. The first two are the statements of results in the text of
   * the pages, less those that a legend quotes; the third is the number in the true answers.
   */
  test.each([
    ['01-fernbrook-ledger-soc2-type2', 175, 2, 1],
    ['02-kestrelmoor-benefits-soc2-type2-qualified', 21, 6, 2],
    ['04-stonepath-retirement-soc1-type2', 30, 3, 1],
    ['05-larkspur-cloud-soc3', 0, 0, 0],
    ['08-bandicoot-metering-soc2-type2-no-subservice', 16, 5, 1],
  ])('%s: every test is accounted for', (name, noException, exception, notTested) => {
    const tests = readings.get(name)?.balance.tests
    expect(tests?.total).toEqual({ noException, exception, notTested, notUnderstood: 0 })
    const byPage = (tests?.pages ?? []).reduce(
      (sum, page) => sum + page.noException + page.exception,
      0,
    )
    expect(byPage).toBe(noException + exception)
  })

  test('the scan names its pages, and neither it nor the letter fills a form', () => {
    const scan = readings.get('12-westmere-payments-scan')
    expect(scan?.balance.pagesWithoutText).toEqual([1, 2, 3, 4, 5, 6])
    expect(scan).toMatchObject({ kind: 'SCAN', fields: null })
    expect(readings.get('13-alder-point-payroll-bridge-letter')).toMatchObject({
      kind: 'BRIDGE_LETTER',
      fields: null,
    })
  })

  test('user controls that are numbered have no holes', () => {
    const reading = readings.get('04-stonepath-retirement-soc1-type2')
    expect(reading?.balance.userControls).toEqual({
      read: 12,
      numbers: { first: 1, last: 12, missing: [] },
    })
  })

  test('where the report says that there are none, that is quoted', () => {
    const fields = readings.get('08-bandicoot-metering-soc2-type2-no-subservice')?.fields
    expect(fields?.subserviceOrganization).toMatchObject({
      status: 'none',
      quote: [
        { page: 3, text: expect.stringContaining('No part of the TrueDrop system') as string },
      ],
    })
  })

  test.each(names)('%s: all that a form takes, it holds, and takes nothing twice', (name) => {
    const fields = readings.get(name)?.fields
    if (!fields) return
    for (const path of ANSWERABLE_PATHS) {
      const field = fieldAt(path)
      const said = suggestionsAt(path, fields)
      if (field?.kind === 'list') {
        const items = said.map(({ value }) => itemFor(field.name, value))
        const taken = newItems(field.name, items, [])
        expect(meetItems(field.name, items, taken)).not.toContain(false)
        expect(newItems(field.name, items, taken)).toEqual([])
      } else if (field && said[0])
        expect(meetValue(field, said[0].value, said[0].value)).toBe('same')
    }
    // Only a report of type 1 has a day instead of a period.
    const silent = ANSWERABLE_PATHS.filter((path) => suggestionsAt(path, fields).length === 0)
    expect(silent).toContain('complianceScope.auditPeriod')
  })
})
