// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { resetServices } from '../../lib/services.ts'
import { usePrinting } from './use-printing.ts'

/** The media query for paper. */
const media = Object.assign(new EventTarget(), { matches: false })

const setPrinting = (matches: boolean): void => {
  media.matches = matches
  act(() => void media.dispatchEvent(Object.assign(new Event('change'), { matches })))
}

const Probe = () => (
  <>
    <input aria-label="CPA firm" />
    <p>{usePrinting() ? 'on paper' : 'on the screen'}</p>
  </>
)

beforeEach(() => {
  resetServices()
  vi.stubGlobal('matchMedia', () => media)
})
afterEach(cleanup)

it.each([
  ['after the page heard of it', false],
  ['before the page hears of it', true],
])('gives the focus back that printing takes away %s', (_, isFirst) => {
  render(<Probe />)
  const field = screen.getByLabelText('CPA firm')
  field.focus()
  media.matches = true
  if (isFirst) field.blur()
  setPrinting(true)
  if (!isFirst) field.blur()
  expect(screen.getByText('on paper')).toBeTruthy()
  expect(document.activeElement).toBe(document.body)
  setPrinting(false)
  expect(screen.getByText('on the screen')).toBeTruthy()
  expect(document.activeElement).toBe(field)
})
