import { expect, it } from 'vitest'
import { inPlaceText } from './in-place.ts'

it('counts the controls that are in place', () => {
  const controls = [{ inPlace: true }, { inPlace: false }, { description: 'Reset' }]
  expect(inPlaceText(controls)).toBe('1 of 3 in place')
  expect(inPlaceText([])).toBe('0 of 0 in place')
})
