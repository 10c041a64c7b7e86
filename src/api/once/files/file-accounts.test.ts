import { describe, expect, it } from 'vitest'
import { createFileAccounts, type FileListing, type FilePlace } from './file-accounts.ts'

const DOCUMENTS: FilePlace = { pool: 'document/1', list: null }
const OF_REVIEW: FilePlace = { pool: 'questionnaires/1', list: 2 }
const OF_VENDOR: FilePlace = { pool: 'questionnaires/1', list: null }

/** A listing of these names, with ids by position. */
const listing = (...names: (string | null)[]): FileListing => ({
  files: names.map((name, index) => ({ id: index + 1, name })),
  unreadable: 0,
})

/** Opens and closes a request, and looks up its files. */
const outcomes = (names: string[], before: FileListing | null, now: FileListing): string[] => {
  const accounts = createFileAccounts()
  const sent = accounts.open(DOCUMENTS, names, before, accounts.now())
  accounts.close(sent)
  return accounts.find(sent, now).map(({ outcome }) => outcome)
}

describe('a file that was sent', () => {
  it('is done where its name is there, and was not before', () => {
    expect(outcomes(['a.pdf'], listing('a.pdf'), listing('a.pdf'))).toEqual(['absent'])
    expect(outcomes(['a.pdf'], listing('a.pdf'), listing('a.pdf', 'a.pdf'))).toEqual(['done'])
  })

  it('may be there where anything is new that no name accounts for', () => {
    expect(outcomes(['a.pdf'], listing(), listing('x.pdf'))).toEqual(['unsure'])
    expect(outcomes(['a.pdf'], listing(), listing(null))).toEqual(['unsure'])
    expect(outcomes(['a.pdf'], listing(), { files: [], unreadable: 1 })).toEqual(['unsure'])
    expect(outcomes(['a.pdf'], { files: [], unreadable: 1 }, { files: [], unreadable: 1 })).toEqual(
      ['absent'],
    )
  })

  it('may be there where what was there before is not known, unless nothing is', () => {
    expect(outcomes(['a.pdf'], null, listing('a.pdf'))).toEqual(['unsure'])
    expect(outcomes(['a.pdf'], null, listing('x.pdf'))).toEqual(['unsure'])
    expect(outcomes(['a.pdf'], null, listing())).toEqual(['absent'])
  })

  it('may be there under the name of what travelled with it', () => {
    expect(outcomes(['a.pdf', 'b.pdf'], listing(), listing('a.pdf'))).toEqual(['done', 'unsure'])
    expect(outcomes(['a.pdf', 'b.pdf'], listing(), listing())).toEqual(['absent', 'absent'])
  })

  it('stays done when it is looked for again', () => {
    const accounts = createFileAccounts()
    const sent = accounts.open(DOCUMENTS, ['a.pdf', 'b.pdf'], listing(), accounts.now())
    accounts.find(sent, listing('a.pdf'))
    expect(accounts.find(sent, listing('a.pdf', 'b.pdf'))).toEqual([
      { outcome: 'done' },
      { outcome: 'done' },
    ])
  })
})

describe('a listed file', () => {
  it('counts for one alone: what an answer named counts for no other', () => {
    const accounts = createFileAccounts()
    const first = accounts.open(DOCUMENTS, ['a.pdf'], listing(), accounts.now())
    accounts.close(first)
    const second = accounts.open(DOCUMENTS, ['a.pdf'], null, accounts.now())
    accounts.take(second, [{ id: 1, name: 'a.pdf' }])
    accounts.close(second)
    expect(accounts.find(first, listing('a.pdf'))).toEqual([{ outcome: 'absent' }])
    expect(accounts.find(first, listing('a.pdf', 'a.pdf'))).toEqual([{ outcome: 'done' }])
  })

  it('counts for one alone: what a look found counts for no other', () => {
    const accounts = createFileAccounts()
    const begun = accounts.now()
    const first = accounts.open(DOCUMENTS, ['a.pdf'], listing(), begun)
    const second = accounts.open(DOCUMENTS, ['b.pdf'], listing(), begun)
    expect(accounts.find(first, listing('a.pdf'))).toEqual([{ outcome: 'done' }])
    expect(accounts.find(second, listing('a.pdf'))).toEqual([{ outcome: 'absent' }])
  })

  it('is no stranger where the name of another file under way accounts for it', () => {
    const accounts = createFileAccounts()
    const begun = accounts.now()
    accounts.open(DOCUMENTS, ['b.pdf'], listing(), begun)
    const sent = accounts.open(DOCUMENTS, ['a.pdf'], listing(), begun)
    expect(accounts.find(sent, listing('b.pdf'))).toEqual([{ outcome: 'absent' }])
    expect(accounts.find(sent, listing('b.pdf', 'b.pdf'))).toMatchObject([{ outcome: 'unsure' }])
  })

  it('that came after a later request was begun is not an earlier one’s', () => {
    const accounts = createFileAccounts()
    const first = accounts.open(OF_REVIEW, ['a.pdf'], listing(), accounts.now())
    accounts.close(first)
    const later = accounts.open(OF_REVIEW, ['a.pdf', 'b.pdf'], listing(), accounts.now())
    accounts.take(later, [{ id: 2, name: 'b.pdf' }])
    accounts.close(later)
    expect(accounts.find(first, listing('a.pdf', 'b.pdf'))).toEqual([{ outcome: 'absent' }])
  })

  it('may be that of a later request where nobody knows what that one began with', () => {
    const accounts = createFileAccounts()
    const first = accounts.open(OF_REVIEW, ['a.pdf'], listing(), accounts.now())
    accounts.close(first)
    accounts.close(accounts.open(OF_REVIEW, ['a.pdf', 'b.pdf'], null, accounts.now()))
    expect(accounts.find(first, listing('a.pdf'))).toMatchObject([{ outcome: 'unsure' }])
  })

  it('of the vendor may have been sent to a review, and not the other way round', () => {
    const accounts = createFileAccounts()
    const ofVendor = accounts.open(OF_VENDOR, ['a.pdf'], listing(), accounts.now())
    accounts.close(ofVendor)
    const ofReview = accounts.open(OF_REVIEW, ['a.pdf', 'b.pdf'], listing(), accounts.now())
    accounts.close(ofReview)
    expect(accounts.find(ofVendor, listing('a.pdf'))).toMatchObject([{ outcome: 'unsure' }])
    const elsewhere = accounts.open({ ...OF_REVIEW, list: 3 }, ['a.pdf'], null, accounts.now())
    expect(accounts.find(elsewhere, listing())).toEqual([{ outcome: 'absent' }])
  })

  it.each([
    ['numbered', 'SOC2.pdf', 'SOC2 (1).pdf'],
    ['garbled', 'Pr\u00FCfbericht.pdf', 'Pr\u00C3\u00BCfbericht.pdf'],
    ['sanitised', 'SOC 2.pdf', 'SOC_2.pdf'],
  ])('that was %s may be there although another file has that very name', (_, name, listedAs) => {
    const accounts = createFileAccounts()
    const sent = accounts.open(DOCUMENTS, [name], listing(), accounts.now())
    accounts.close(sent)
    accounts.close(accounts.open(DOCUMENTS, [listedAs], null, accounts.now()))
    expect(accounts.find(sent, listing(listedAs))).toEqual([
      { outcome: 'unsure', candidates: [{ id: 1, name: listedAs }] },
    ])
  })

  it('that was turned away counts for nothing', () => {
    const accounts = createFileAccounts()
    const begun = accounts.now()
    accounts.drop(accounts.open(DOCUMENTS, ['a.pdf'], listing(), begun))
    const sent = accounts.open(DOCUMENTS, ['b.pdf'], listing(), begun)
    expect(accounts.find(sent, listing('a.pdf'))).toMatchObject([{ outcome: 'unsure' }])
  })
})
