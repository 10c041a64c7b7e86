import { describe, expect, it } from 'vitest'
import { formatBytes, formatDuration } from './bytes.ts'

describe('a size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 KB'],
    [1_234_567, '1.2 MB'],
    [99_940, '99.9 KB'],
    [99_960, '100 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [200_000_000, '200 MB'],
    [5e15, '5,000 TB'],
    [-1, '0 bytes'],
    [Number.NaN, '0 bytes'],
  ])('of %d bytes is said as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('a duration', () => {
  it.each([
    [0, '1 s'],
    [0.2, '1 s'],
    [8, '8 s'],
    [99, '99 s'],
    [100, '2 min'],
    [180, '3 min'],
  ])('of %d seconds is said as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })
})
