import 'fake-indexeddb/auto'
import { createStore as createDb, set } from 'idb-keyval'
import { expect, it } from 'vitest'
import { createSourceStore, type Source, sourcesDb } from '../../api/saving/kept-sources.ts'
import { createReviewSources } from './review-sources.ts'

const REVIEW = { vendorId: 7, reviewId: 9, reviewTitle: 'SOC 2 2026' }

const sourceOf = (path: string, value: Source['value'], more: Partial<Source> = {}): Source => ({
  path,
  value,
  before: null,
  quote: [{ page: 12, label: '9', text: 'words', ranges: [{ item: 1, start: 0, end: 5 }] }],
  fileName: 'report.pdf',
  sha256: 'abc',
  usedAt: '2026-11-27T10:00:00.000Z',
  ...more,
})

const storeOf = (owner: string) => createSourceStore(sourcesDb(), () => Promise.resolve(owner))
const open = async (owner: string) => {
  const sources = createReviewSources(REVIEW, storeOf(owner))
  await sources.load()
  return sources
}
const valuesIn = ({ getState }: { getState: () => { sources: readonly Source[] } }) =>
  getState().sources.map(({ value }) => value)

it('keeps sources for the next page of the same owner, and for nobody else', async () => {
  const page = await open('live/acme/ada')
  const used = page.use([sourceOf('cpaFirm.cpaFirm', 'Hale LLP')])
  expect(valuesIn(page)).toEqual(['Hale LLP'])
  await used
  expect((await open('live/acme/ada')).getState().sources).toEqual([
    sourceOf('cpaFirm.cpaFirm', 'Hale LLP'),
  ])
  expect(valuesIn(await open('live/acme/bob'))).toEqual([])
  expect(await storeOf('live/acme/bob').list()).toEqual([])
})

it('has one source for a field, and one for an item of a list', async () => {
  const page = await open('one-source')
  await page.use([sourceOf('cpaFirm.cpaFirm', 'Hale LLP')])
  await page.use([sourceOf('cpaFirm.cpaFirm', 'Orrin LLP', { before: 'Hale LLP' })])
  await page.use([
    sourceOf('findings.findings', { description: 'Late.' }),
    sourceOf('findings.findings', { description: 'Missing.' }),
  ])
  await page.use([sourceOf('findings.findings', { description: 'late' })])
  const values = ['Orrin LLP', { description: 'Missing.' }, { description: 'late' }]
  expect(valuesIn(page)).toEqual(values)
  expect(valuesIn(await open('one-source'))).toEqual(values)
  await page.drop([sourceOf('findings.findings', { description: 'Missing.' })])
  expect(valuesIn(await open('one-source'))).toEqual(['Orrin LLP', { description: 'late' }])
})

it('adds to what another tab has kept meanwhile', async () => {
  const [one, other] = [await open('two-tabs'), await open('two-tabs')]
  await one.use([sourceOf('cpaFirm.cpaFirm', 'Hale LLP')])
  await Promise.all([
    other.use([sourceOf('complianceScope.certification', 'SOC_2')]),
    other.use([sourceOf('complianceScope.scopeType', 'TYPE_2')]),
  ])
  expect(valuesIn(other)).toEqual(['Hale LLP', 'SOC_2', 'TYPE_2'])
})

it('remembers what was dismissed, by file, field and value', async () => {
  const page = await open('dismissed')
  const days = { start: '2025-04-01', end: '2026-03-31' }
  const dismissal = { sha256: 'abc', path: 'complianceScope.auditPeriodRange', value: days }
  await page.dismiss(dismissal)
  await page.dismiss({ ...dismissal, value: { ...days } })
  expect((await open('dismissed')).getState().dismissals).toEqual([dismissal])
  await page.undoDismissal({ ...dismissal, sha256: 'other' })
  expect(page.getState().dismissals).toHaveLength(1)
  await page.undoDismissal(dismissal)
  expect((await open('dismissed')).getState().dismissals).toEqual([])
  expect(await storeOf('dismissed').list()).toEqual([])
})

it('lists the reviews, and wipes those of one owner', async () => {
  await (await open('wiped')).use([sourceOf('cpaFirm.cpaFirm', 'Hale LLP')])
  await (await open('stays')).use([sourceOf('cpaFirm.cpaFirm', 'Hale LLP')])
  expect(await storeOf('wiped').list()).toMatchObject([REVIEW])
  const store = storeOf('wiped')
  const page = createReviewSources(REVIEW, store)
  await page.load()
  expect(valuesIn(page)).toEqual(['Hale LLP'])
  await store.wipe()
  expect(valuesIn(page)).toEqual([])
  expect(valuesIn(await open('wiped'))).toEqual([])
  expect(valuesIn(await open('stays'))).toEqual(['Hale LLP'])
})

it('reads nothing that is not of its shape', async () => {
  const db = createDb('countersign-sources', 'values')
  const kept = { version: 1, ...REVIEW, dismissals: [] }
  for (const sources of [
    [sourceOf('no.such.field', 'words')],
    [{ ...sourceOf('cpaFirm.cpaFirm', 'Hale LLP'), value: 7 }],
    'sources',
  ]) {
    await set('1 broken 7/9', { ...kept, sources }, db)
    expect(valuesIn(await open('broken'))).toEqual([])
  }
})

it('works without the browser’s storage', async () => {
  const db = { ...sourcesDb(), set: () => Promise.resolve(false) }
  const page = createReviewSources(
    REVIEW,
    createSourceStore(db, () => Promise.resolve('full')),
  )
  await page.use([sourceOf('cpaFirm.cpaFirm', 'Hale LLP')])
  await page.use([sourceOf('complianceScope.certification', 'SOC_2')])
  expect(valuesIn(page)).toEqual(['Hale LLP', 'SOC_2'])
})
