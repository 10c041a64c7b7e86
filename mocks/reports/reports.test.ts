import { describe, expect, it } from 'vitest'
import { DEMO_REPORTS } from './demo-reports.ts'
import { print } from './print.ts'
import { REPORTS, reportNamed } from './reports.ts'
import { squash } from './squash.ts'
import { itemsOf, openPdf, readingsOf } from './testing.ts'
import type { Quote, TrueItem, TrueList, TrueValue } from './truth.ts'

const fieldsOf = (sections: ReturnType<typeof print>['truth']['sections']) =>
  Object.values(sections).flatMap((section) => Object.values(section))
const isList = (field: TrueValue | TrueList): field is TrueList =>
  Array.isArray(field.value) && !('quotes' in field)
const itemsIn = (field: TrueList): TrueItem[] => [...field.value, ...(field.notTested ?? [])]
const quotesIn = (field: TrueValue | TrueList): Quote[] =>
  isList(field) ? itemsIn(field).flatMap(({ quotes }) => quotes) : field.quotes

describe.each(REPORTS.map((report) => [report.name, report] as const))('%s', (_, report) => {
  const { pdf, truth } = print(report)

  it('says each quote of its true answers on the page that they name, as pdf.js reads it', async () => {
    const file = await openPdf(pdf)
    expect(file.numPages).toBe(truth.pages)
    const readings = await Promise.all(
      Array.from({ length: file.numPages }, async (__, index) =>
        readingsOf(await itemsOf(file, index + 1)),
      ),
    )
    const missing = fieldsOf(truth.sections)
      .flatMap(quotesIn)
      .filter(
        ({ page, quote }) =>
          !readings[page - 1]?.some((reading) => reading.includes(squash(quote))),
      )
    expect(missing).toEqual([])
    await file.loadingTask.destroy()
  })

  it('is the same each time', () => {
    expect(Buffer.compare(print(report).pdf, pdf)).toBe(0)
  })

  it('has a quote for each value, and none where there is nothing to find', () => {
    const fields = fieldsOf(truth.sections)
    for (const field of fields)
      if (isList(field)) for (const item of itemsIn(field)) expect(item.quotes).not.toEqual([])
      else expect(field.quotes.length > 0).toBe(field.value !== null)
    const found = fields.filter((field) => quotesIn(field).length > 0)
    expect(found.length > 0).toBe(truth.kind === 'soc')
  })
})

describe('the reports', () => {
  it('have names of their own', () => {
    expect(new Set(REPORTS.map(({ name }) => name)).size).toBe(REPORTS.length)
    expect(() => reportNamed('nothing')).toThrow('There is no report "nothing"')
  })

  it('of the demo are a qualified one, one with a bridge letter, and a scan', () => {
    const kinds = DEMO_REPORTS.map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['bridge', 'scan', 'soc', 'soc'])
    expect(DEMO_REPORTS.map(({ facts }) => facts.reportOpinion?.value)).toContain('QUALIFIED')
  })

  it('have quotes that go over the ends of pages', () => {
    const report = reportNamed('ravenglass-soc2-type2-long-rows')
    const { findings, endUserControls } = print(report).truth.sections
    const items = [findings?.findings, endUserControls?.userControls].flatMap(
      (field) => (field?.value ?? []) as TrueItem[],
    )
    const halves = items.filter(({ page, quotes: [first, second] }) =>
      Boolean(first && second && first.quote !== second.quote && second.page === page + 1),
    )
    expect(halves.length).toBeGreaterThanOrEqual(3)
  })

  it('refuse a quote that their text does not hold', () => {
    const report = reportNamed('marlpit-iso27001-certificate')
    const facts = { findings: [{ text: 'No such sentence.' }] }
    expect(() => print({ ...report, facts })).toThrow('does not say: No such sentence.')
  })

  it('have one of 200 pages, made on demand', () => {
    const large = reportNamed('large-soc2-type2')
    expect(REPORTS).not.toContain(large)
    expect(print(large).truth.pages).toBeGreaterThanOrEqual(200)
  })

  it('leave a scan without text', async () => {
    const scan = DEMO_REPORTS.find(({ kind }) => kind === 'scan')
    if (!scan) throw new Error('There is no scan.')
    const file = await openPdf(print(scan).pdf)
    for (let page = 1; page <= file.numPages; page += 1)
      expect(await itemsOf(file, page)).toEqual([])
    await file.loadingTask.destroy()
  })
})
