// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { vendorSchema } from '../../domain/contract/vendor.ts'
import { standInForBrowser } from '../../testing/browser.ts'
import { VendorProfile } from './vendor-profile.tsx'

const show = (fields: Record<string, unknown>): void => {
  render(
    <MantineProvider env="test">
      <VendorProfile vendor={vendorSchema.parse({ id: 7, ...fields })} />
    </MantineProvider>,
  )
}
const hrefOf = (name: string | RegExp): string | null =>
  screen.getByRole('link', { name }).getAttribute('href')

beforeEach(() => {
  standInForBrowser()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe("a vendor's contact", () => {
  it('can be written to', () => {
    show({ contactAtVendor: 'Kim', contactsEmail: 'kim@example.com' })
    expect(hrefOf('kim@example.com')).toBe('mailto:kim@example.com')
  })

  it('cannot add recipients', () => {
    show({ contactsEmail: 'kim@example.com?bcc=all&body=x' })
    expect(hrefOf(/^kim/)).not.toMatch(/[?&]/)
  })

  it('without an address is no link', () => {
    show({ contactAtVendor: 'Kim', contactsEmail: '  ' })
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByText('Kim')).toBeTruthy()
  })

  it('turns nothing but its own direction', () => {
    show({ contactAtVendor: '\u202Emik', contactsEmail: 'kim@example.com' })
    expect(screen.getByText('\u202Emik').tagName).toBe('BDI')
  })

  it('that cannot be seen is none', () => {
    show({ contactAtVendor: '\u200B', contactsEmail: '\u3164' })
    expect(screen.getByText('Contact').nextElementSibling?.textContent).toBe('Not stated')
  })

  it('may be written in letters that are none', () => {
    show({ contactAtVendor: 'Kim', contactsEmail: 'kim\uD800@example.com' })
    expect(screen.getByText(/Kim/)).toBeTruthy()
  })
})

describe("a vendor's renewal", () => {
  it.each([
    ['2026-01-05', '5 Jan 2026'],
    ['2026-01-05T00:00:00.000Z', '5 Jan 2026'],
    ['some day next year', 'some day next year'],
  ])('on %j reads %j', (renewalDate, text) => {
    show({ renewalDate })
    expect(screen.getByText(text)).toBeTruthy()
  })
})

describe("a vendor's links", () => {
  it('are those that are safe to follow, in another tab', () => {
    show({
      url: 'https://example.com',
      trustCenterUrl: 'javascript:alert(1)',
      privacyUrl: '/privacy',
      termsUrl: 'data:text/html,x',
    })
    const links = screen.getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.com/'])
    expect(links[0]?.getAttribute('target')).toBe('_blank')
    expect(links[0]?.getAttribute('rel')).toContain('noopener')
  })
})
