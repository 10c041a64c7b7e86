import { describe, expect, it } from 'vitest'
import { visibleText } from './text.ts'

describe('visible text', () => {
  it.each([
    null,
    undefined,
    '',
    '  ',
    '\u200B',
    '\u202E\u2066 \u0000',
    // A variation of nothing, two Hangul fillers, a Braille cell without dots.
    '\uFE0F\u034F',
    '\u3164\u115F',
    '\u2800',
  ])('is none in %j', (text) => {
    expect(visibleText(text)).toBeNull()
  })

  it.each([
    [' SOC 2 ', 'SOC 2'],
    ['株式会社', '株式会社'],
    ['\u202Bمراجعة\u202C', '\u202Bمراجعة\u202C'],
    ['-', '-'],
    ['\u0301', '\u0301'],
    ['\uD800', '\uD800'],
  ])('of %j is %j', (text, visible) => {
    expect(visibleText(text)).toBe(visible)
  })
})
