import { describe, expect, it } from 'vitest'
import { visibleText } from './text.ts'

describe('visible text', () => {
  it.each([null, undefined, '', '  ', '\u200B', '\u202E\u2066 \u0000'])('is none in %j', (text) => {
    expect(visibleText(text)).toBeNull()
  })

  it.each([
    [' SOC 2 ', 'SOC 2'],
    ['株式会社', '株式会社'],
    ['\u202Bمراجعة\u202C', '\u202Bمراجعة\u202C'],
    ['-', '-'],
  ])('of %j is %j', (text, visible) => {
    expect(visibleText(text)).toBe(visible)
  })
})
