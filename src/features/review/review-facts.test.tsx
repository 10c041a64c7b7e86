// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { reviewSchema } from '../../domain/contract/review-with-form.ts'
import { ReviewFacts } from './review-facts.tsx'

it('says what can only be done in Drata, with the way there (contract, point 26)', () => {
  const self = { href: 'https://app.drata.com/vendors/7/security-reviews/12' }
  render(<ReviewFacts review={reviewSchema.parse({ id: 12, title: 'SOC 2', _links: { self } })} />)
  const text = screen.getByRole('region', { name: 'About this review' }).textContent
  for (const word of ['deadline', 'requester', 'type', 'note', 'deleting', 'comments'])
    expect(text).toContain(word)
  expect(screen.getByRole('link', { name: /^Open in Drata/ }).getAttribute('href')).toBe(self.href)
})
