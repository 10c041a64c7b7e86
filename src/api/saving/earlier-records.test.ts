import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { localDb } from '../../lib/local-db.ts'
import { forgetEarlier, listEarlier } from './earlier-records.ts'

const anything = { safeParse: (data: unknown) => ({ success: true as const, data }) }
const drafts = localDb<unknown>('drafts', anything)
const saves = localDb<unknown>('saves', anything)
const lastUser = localDb<unknown>('owner', anything)
const DRAFT = {
  title: 'New title',
  base: { title: 'Old title', cpaFirm: { cpaFirm: 'Firm' } },
  edit: { cpaFirm: { cpaFirm: 'Firm', cpaProcedurePerformed: 'Typed' } },
}
const SAVE = {
  intent: {
    base: { cpaFirm: { cpaFirm: 'Firm' } },
    target: { cpaFirm: { cpaFirm: 'Sent' }, other: 'Firm' },
  },
}
const textsOf = async (user: string) => (await listEarlier(user)).map(({ texts }) => texts)

afterEach(async () => {
  vi.unstubAllGlobals()
  for (const db of [drafts, saves, lastUser]) await db.clear()
})

describe('records from before records had owners', () => {
  it('are shown as text to the user who was there last', async () => {
    await lastUser.set('name', 'ada')
    await drafts.set('7/9/tab', DRAFT)
    await saves.set('8/10/save', SAVE)
    await expect(listEarlier('ada')).resolves.toEqual([
      {
        key: 'drafts 7/9/tab',
        review: { vendorId: 7, reviewId: 9 },
        texts: ['Typed', 'New title'],
      },
      { key: 'saves 8/10/save', review: { vendorId: 8, reviewId: 10 }, texts: ['Sent'] },
    ])
  })

  it('are shown to nobody else', async () => {
    await lastUser.set('name', 'ada')
    await drafts.set('7/9/tab', DRAFT)
    for (const user of ['bo', '', 'ad']) await expect(listEarlier(user)).resolves.toEqual([])
    await expect(drafts.keys()).resolves.toEqual(['7/9/tab'])
  })

  it('are shown to everybody where nobody has ever signed in', async () => {
    await drafts.set('7/9/tab', DRAFT)
    await expect(textsOf('')).resolves.toEqual([['Typed', 'New title']])
    await expect(listEarlier('ada')).resolves.toEqual([])
  })

  it.each([
    ['tab', DRAFT, ['Typed', 'New title']],
    ['7/9', DRAFT, ['Typed', 'New title']],
    ['x 7/9/tab', DRAFT, ['Typed', 'New title']],
    ['x', null, []],
    ['x', 'a text', []],
    ['x', { edit: { a: 'One' } }, ['One']],
  ])(
    'are shown without their review where their key %j does not say it',
    async (key, of, texts) => {
      await drafts.set(key, of)
      await expect(listEarlier('')).resolves.toEqual([
        { key: `drafts ${key}`, review: undefined, texts },
      ])
    },
  )

  it('stay until they are forgotten, one by one', async () => {
    await drafts.set('7/9/tab', DRAFT)
    await drafts.set('7/9/other', DRAFT)
    await saves.set('7/9/tab', SAVE)
    await textsOf('')
    await forgetEarlier('saves 7/9/tab')
    await expect(drafts.keys()).resolves.toHaveLength(2)
    await expect(saves.keys()).resolves.toEqual([])
    await forgetEarlier('drafts 7/9/tab')
    await expect(drafts.keys()).resolves.toEqual(['7/9/other'])
    for (const key of ['other 7/9/other', '7/9/other', 'drafts7/9/other', ''])
      await forgetEarlier(key)
    await expect(drafts.keys()).resolves.toEqual(['7/9/other'])
  })

  it('are not there in a browser that keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(listEarlier('')).resolves.toEqual([])
    await expect(forgetEarlier('drafts 7/9/tab')).resolves.toBeUndefined()
  })
})
