import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { forgetAnswersOf, keepAnswer, readKept } from './kept-answers.ts'

it('forgets what was kept of a path and below it, and nothing else', async () => {
  const review = '/api/v2/vendors/7/security-reviews/12'
  const of = [review, `${review}?expand[]=user`, `${review}/actions`]
  const others = [`${review}3`, '/api/v2/vendors/7/security-reviews?size=50']
  for (const address of [...of, ...others]) keepAnswer(address, address)
  await vi.waitFor(async () => expect(await readKept(others[1] ?? '')).toBeDefined())
  await forgetAnswersOf('/v2/vendors/7/security-reviews/12')
  const kept = await Promise.all([...of, ...others].map(readKept))
  expect(kept.flatMap((answer) => answer?.text ?? [])).toEqual(others)
})
