import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { resetServices } from '../../lib/services.ts'
import { forgetAnswers, forgetAnswersBefore, keeperOf, readKept } from './kept-answers.ts'
import { noteOwner } from './owner.ts'

const REVIEW = '/api/v2/vendors/7/security-reviews/12'

const keep = async (...addresses: string[]): Promise<void> => {
  for (const address of addresses) keeperOf(address)(address)
  await vi.waitFor(async () => expect(await textsOf(addresses)).toHaveLength(addresses.length))
}
const textsOf = async (addresses: readonly string[]): Promise<string[]> =>
  (await Promise.all(addresses.map(readKept))).flatMap((kept) => kept?.text ?? [])

beforeEach(() => noteOwner({ company: 'acme', user: 'ada' }))
afterEach(async () => {
  resetServices()
  await forgetAnswers()
})

it('forgets with a write all of its vendor and the lists over vendors, and nothing else', async () => {
  const touched = [
    REVIEW,
    `${REVIEW}?expand[]=user`,
    `${REVIEW}/actions`,
    '/api/v2/vendors/7',
    '/api/v2/vendors/7/security-reviews?size=50',
    '/api/v2/vendors?size=100',
    '/api/v2/vendor-security-reviews?size=500',
  ]
  const others = ['/api/v2/vendors/71/security-reviews?size=50', '/api/v2/users?size=100']
  await keep(...touched, ...others)
  await forgetAnswersBefore('/v2/vendors/7/security-reviews/12')
  await expect(textsOf([...touched, ...others])).resolves.toEqual(others)
})

it('forgets with a review that version 1 creates what version 2 has read', async () => {
  await keep('/api/v2/vendors/7/security-reviews?size=50')
  await forgetAnswersBefore('/v1/vendors/7/security-reviews')
  await expect(textsOf(['/api/v2/vendors/7/security-reviews?size=50'])).resolves.toEqual([])
})

it('does not keep an answer that a write overtook', async () => {
  const keepLate = keeperOf(REVIEW)
  await forgetAnswersBefore('/v2/vendors/7/security-reviews/12')
  keepLate('of before the write')
  await keep('/api/v2/users')
  await expect(readKept(REVIEW)).resolves.toBeUndefined()
})

it('shows each owner what that owner has read, and nobody anything before the owner is known', async () => {
  await keep(REVIEW)
  resetServices()
  await expect(readKept(REVIEW)).resolves.toBeUndefined()
  for (const other of [
    { company: 'acme', user: 'grace' },
    { company: 'other', user: 'ada' },
  ]) {
    noteOwner(other)
    await expect(readKept(REVIEW)).resolves.toBeUndefined()
  }
  noteOwner({ company: 'acme', user: 'ada' })
  await expect(readKept(REVIEW)).resolves.toMatchObject({ text: REVIEW })
})

it('keeps what is read before the owner is known, once the owner is known', async () => {
  resetServices()
  keeperOf(REVIEW)('early')
  noteOwner({ company: 'acme', user: 'grace' })
  await vi.waitFor(async () => expect(await readKept(REVIEW)).toMatchObject({ text: 'early' }))
})
