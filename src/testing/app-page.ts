import { waitFor } from '@testing-library/dom'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, vi } from 'vitest'
import { HACKED } from '../../mocks/seed/hostile-texts.ts'
import { resetServices } from '../lib/services.ts'
import { visibleText } from '../lib/text.ts'
import { answer, serve } from './answers.ts'

/** The service's answers by the path below `/api/v2`. An answer with a `statusCode` is an error. */
export type Answers = Readonly<Record<string, unknown>>

const LAST_PAGE = { data: [], pagination: { cursor: null } }

const statusOf = (given: unknown): number =>
  typeof given === 'object' && given !== null && 'statusCode' in given
    ? Number(given.statusCode)
    : 200

const serveAnswers = (answers: Answers): void => {
  serve(({ url }) => {
    if (url.pathname === '/api/config') return answer({ apiVersion: 2, keyPresent: true })
    if (url.searchParams.has('cursor')) return answer(LAST_PAGE)
    const path = url.pathname.replace('/api/v2', '')
    const given = path in answers ? answers[path] : LAST_PAGE
    return answer(given, statusOf(given))
  })
}

/** The text of an element with white space collapsed, as a page shows it. */
export const textOf = (element: Element | null | undefined): string =>
  shown(element?.textContent ?? '')
export const shown = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Text that a page shows by mistake for a missing value, unless the answers contain it. */
const MADE_FROM_NOTHING = /\bNaN\b|\[object Object\]|\bundefined\b/

/** Whatever an answer holds, the page renders, runs no code and links nowhere dangerous. */
const expectSound = (answers: Answers): void => {
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  expect(document.querySelector('script, img, iframe, [onerror], [onload], svg[onload]')).toBeNull()
  expect(Reflect.has(globalThis, HACKED)).toBe(false)
  for (const link of document.querySelectorAll('a')) {
    expect(link.protocol).toMatch(/^(https?|mailto):$/)
    expect(visibleText(link.textContent)).not.toBeNull()
  }
  if (!MADE_FROM_NOTHING.test(JSON.stringify(answers)))
    expect(document.body.textContent).not.toMatch(MADE_FROM_NOTHING)
}

/** Opens the app at an address, on a service with these answers, and lets `look` check the page. */
export const withPage = async (
  app: ReactNode,
  address: string,
  answers: Answers,
  look: (heading: string) => Promise<void> | void,
): Promise<void> => {
  resetServices()
  serveAnswers(answers)
  window.history.replaceState(null, '', address)
  document.body.innerHTML = '<div id="root"></div>'
  const element = document.getElementById('root')
  if (!element) throw new Error('No place for the app')
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const root = createRoot(element)
  try {
    root.render(app)
    const heading = await waitFor(() => {
      const found = document.querySelector('h1')
      if (!found) throw new Error('The page is blank')
      if (document.querySelector('[aria-busy="true"]')) throw new Error('The page is not whole')
      return found
    })
    await look(textOf(heading))
    expectSound(answers)
    expect(complaints.mock.calls).toEqual([])
  } finally {
    root.unmount()
    complaints.mockRestore()
  }
}
