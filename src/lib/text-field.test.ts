// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { textFieldAt } from './text-field.ts'

const add = (html: string): Element | null => {
  document.body.innerHTML = html
  return document.body.querySelector('[data-it]')
}
afterEach(() => document.body.replaceChildren())

describe('a text field', () => {
  it.each([
    '<textarea data-it></textarea>',
    '<input data-it>',
    '<input data-it type="search">',
    '<div contenteditable="true"><b data-it>here</b></div>',
  ])('takes text: %s', (html) => {
    expect(textFieldAt(add(html))).not.toBeNull()
  })

  it.each([
    '<p data-it></p>',
    '<button data-it></button>',
    '<input data-it type="checkbox">',
    '<input data-it type="file">',
    '<input data-it type="date">',
    '<textarea data-it readonly></textarea>',
    '<input data-it disabled>',
    '<div contenteditable="false" data-it></div>',
  ])('takes none: %s', (html) => {
    expect(textFieldAt(add(html))).toBeNull()
  })

  it('is found from the text within it, and not without a target', () => {
    const field = add('<div contenteditable="true" data-it>here</div>')
    expect(textFieldAt(field?.firstChild ?? null)).toBe(field)
    expect(textFieldAt(null)).toBeNull()
    expect(textFieldAt(window)).toBeNull()
  })
})
