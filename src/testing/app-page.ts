import { waitFor } from '@testing-library/dom'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, vi } from 'vitest'
import { answer, serve } from './answers.ts'
import { HACKED } from './arbitraries.ts'

/** What the service answers, by the path below `/api/v2`; the answer is sent as JSON. */
export type Answers = Readonly<Record<string, unknown>>

const LAST_PAGE = { data: [], pagination: { cursor: null } }

const serveAnswers = (answers: Answers): void => {
  serve(({ url }) => {
    if (url.pathname === '/api/config') return answer({ apiVersion: 2, keyPresent: true })
    if (url.searchParams.has('cursor')) return answer(LAST_PAGE)
    const path = url.pathname.replace('/api/v2', '')
    return answer(path in answers ? answers[path] : LAST_PAGE)
  })
}

/** The text of an element as it reads: white space, which a page does not show, is no difference. */
export const textOf = (element: Element | null | undefined): string =>
  shown(element?.textContent ?? '')
export const shown = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Whatever an answer holds, its page stands, runs nothing and leads nowhere dangerous. */
const expectSound = (): void => {
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  expect(document.querySelector('script, img, iframe, [onerror], [onload], svg[onload]')).toBeNull()
  expect(Reflect.has(globalThis, HACKED)).toBe(false)
  for (const link of document.querySelectorAll('a')) {
    expect(link.protocol).toMatch(/^(https?|mailto):$/)
    expect(textOf(link)).not.toBe('')
  }
  expect(document.body.textContent).not.toMatch(/\bNaN\b|\[object Object\]|\bundefined\b/)
}

/**
 * Opens the app at an address, on a service that answers so; looks at the page once it stands.
 */
export const withPage = async (
  app: ReactNode,
  address: string,
  answers: Answers,
  look: (heading: string) => Promise<void> | void,
): Promise<void> => {
  serveAnswers(answers)
  window.history.replaceState(null, '', address)
  document.body.innerHTML = '<div id="root"></div>'
  const element = document.getElementById('root')
  if (!element) throw new Error('No place for the app')
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const root = createRoot(element)
  try {
    root.render(app)
    const heading = await waitFor(
      () => {
        const found = document.querySelector('h1')
        if (!found) throw new Error('The page is blank')
        return found
      },
      { timeout: 10_000 },
    )
    await look(textOf(heading))
    expectSound()
    expect(complaints.mock.calls).toEqual([])
  } finally {
    root.unmount()
    complaints.mockRestore()
  }
}
