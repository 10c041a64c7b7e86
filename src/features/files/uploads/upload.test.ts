import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sentOf } from './upload.ts'

it('the bytes that left add up, and no file gets ahead of the one before it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1_000), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sizes, part) => {
        const sent = sentOf(sizes, part)
        const total = sizes.reduce((sum, size) => sum + size, 0)
        const left = sent.reduce((sum, bytes) => sum + bytes, 0)
        expect(Math.abs(left - part * total)).toBeLessThanOrEqual(1)
        const last = sent.findLastIndex((bytes) => bytes > 0)
        for (let place = 0; place < last; place++) expect(sent[place]).toBe(sizes[place])
      },
    ),
  )
})
