import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeHref } from './links.ts'

describe('a link from the service', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com/'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
    [' https://example.com ', 'https://example.com/'],
  ])('%j may be followed', (address, href) => {
    expect(safeHref(address)).toBe(href)
  })

  it.each([
    null,
    undefined,
    '',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.com/7',
    'file:///etc/passwd',
    'mailto:kim@example.com',
    'ftp://example.com',
    '//example.com',
    '/vendors',
    'example.com',
    'https://',
    'http://[',
  ])('%j may not', (address) => {
    expect(safeHref(address)).toBeNull()
  })

  it('leads to http or https, if anywhere', () => {
    const scheme = fc.constantFrom('http:', 'https:', 'javascript:', 'data:', 'ws:', '')
    fc.assert(
      fc.property(scheme, fc.oneof(fc.string(), fc.webUrl()), (start, rest) => {
        expect(safeHref(start + rest) ?? 'https://nowhere').toMatch(/^https?:\/\//)
      }),
      { numRuns: 500 },
    )
  })
})
