// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { followTranslation } from './translated-text.ts'

/** Browsers still use the element for this; pages should not. */
const FONT: string = 'font'

let end: () => void
beforeEach(() => {
  end = followTranslation(document.body)
})
afterEach(() => {
  cleanup()
  end()
})

const fontOf = (text: string): HTMLElement => {
  const font = document.createElement(FONT)
  font.append(text)
  return font
}

/** How translations put an element in the place of a text. */
const TRANSLATORS: Readonly<Record<string, (text: Text) => void>> = {
  'in its place': (text) => text.replaceWith(fontOf(`<${text.data}>`)),
  'before it, then taking it away': (text) => {
    text.before(fontOf(`<${text.data}>`))
    text.remove()
  },
  'around it': (text) => {
    const font = fontOf('')
    text.replaceWith(font)
    font.appendChild(text)
  },
  'twice around it': (text) => {
    const [outer, inner] = [fontOf(''), fontOf('')]
    text.replaceWith(outer)
    outer.append(inner)
    inner.append(text)
  },
}

const translate = (translator: (text: Text) => void): void => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) translator(text)
}

interface PageProps {
  count: number
  hasNote?: boolean
  isTurned?: boolean
}

const Page = ({ count, hasNote = false, isTurned = false }: PageProps) => (
  <main>
    {hasNote && 'Look. '}
    {count} of 8 complete
    {isTurned ? <b>!</b> : null}
    <ul>
      {(isTurned ? ['b', 'a'] : ['a', 'b']).map((name) => (
        <li key={name}>
          {name}: {count}
        </li>
      ))}
    </ul>
  </main>
)

/** The text on the page, without the marks of the translation. */
const shown = (): string => (document.body.textContent ?? '').replaceAll(/[<>]/g, '')

it.each(Object.entries(TRANSLATORS))(
  'texts go on changing where a translation puts an element %s',
  (_, translator) => {
    const { rerender, unmount } = render(<Page count={3} />)
    translate(translator)
    rerender(<Page count={4} />)
    expect(shown()).toBe('4 of 8 completea: 4b: 4')
    translate(translator)
    rerender(<Page count={4} hasNote />)
    expect(shown()).toBe('Look. 4 of 8 completea: 4b: 4')
    translate(translator)
    rerender(<Page count={5} isTurned />)
    expect(shown()).toBe('5 of 8 complete!b: 5a: 5')
    translate(translator)
    rerender(<Page count={6} hasNote isTurned />)
    expect(shown()).toBe('Look. 6 of 8 complete!b: 6a: 6')
    unmount()
    expect(shown()).toBe('')
  },
)

it('leaves a page that nobody translates as it is', () => {
  const { rerender } = render(<Page count={1} hasNote />)
  rerender(<Page count={2} isTurned />)
  expect(shown()).toBe('2 of 8 complete!b: 2a: 2')
  expect(document.querySelector(FONT)).toBeNull()
  expect(() => document.body.removeChild(document.createElement('p'))).toThrow('not a child')
})
