// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { reviewSchema } from '../../domain/contract/review-with-form.ts'
import { standInForBrowser } from '../../testing/browser.ts'
import { AboutReview } from './review-facts.tsx'

it('says what can only be done in Drata, with the way there (contract, point 26)', () => {
  standInForBrowser()
  const self = { href: 'https://app.drata.com/vendors/7/security-reviews/12' }
  const review = reviewSchema.parse({ id: 12, title: 'SOC 2', _links: { self } })
  render(
    <MantineProvider env="test">
      <AboutReview review={review} />
    </MantineProvider>,
  )
  const about = document.querySelector('[popover]')
  expect(about?.role).toBe('region')
  for (const word of ['deadline', 'requester', 'type', 'note', 'deleting', 'comments'])
    expect(about?.textContent).toContain(word)
  const record = screen.getByText(/^Open in Drata/)
  expect(record.getAttribute('href')).toBe(self.href)
  vi.unstubAllGlobals()
})
