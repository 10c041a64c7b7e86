// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documents } from '../../api/documents.ts'
import { vendorDocumentSchema } from '../../domain/contract/document.ts'
import { questionnaireSchema } from '../../domain/contract/questionnaire.ts'
import { answer, type Sent, serve } from '../../testing/answers.ts'
import { standInForBrowser } from '../../testing/browser.ts'
import { WithMantine } from '../../testing/with-mantine.tsx'
import { DocumentRow } from './document-row.tsx'
import { QuestionnaireRow } from './questionnaire-row.tsx'

beforeEach(standInForBrowser)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a document', () => {
  const document = vendorDocumentSchema.parse({ id: 9, name: 'SOC 2', type: 'TRUST_CENTER_PAGE' })
  let sent: Sent[] = []
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let asked = 0
    sent = serve(() => {
      asked += 1
      const signedUrl = `https://files.example.com/${asked}`
      return answer({ id: 9, downloadUrl: { signedUrl, fileBuffer: null, fileName: null } })
    })
    vi.spyOn(window, 'open').mockReturnValue(null)
    render(<DocumentRow vendorId={7} document={document} />, { wrapper: WithMantine })
  })
  const click = () =>
    act(async () => {
      fireEvent.click(screen.getByRole('button', { name: /^SOC 2/ }))
      await vi.advanceTimersByTimeAsync(0)
    })
  const link = () => screen.queryByRole('link', { name: /Open SOC 2/ })

  it('is asked for its address at each click, which need not name the file', async () => {
    expect(sent).toHaveLength(0)
    for (const times of [1, 2]) {
      await click()
      expect(link()?.getAttribute('href')).toBe(`https://files.example.com/${times}`)
    }
    expect(sent.map(({ url }) => url.pathname)).toEqual(
      Array.from({ length: 2 }, () => '/api/v2/vendors/7/documents/9'),
    )
  })

  it('offers no address that may have died meanwhile', async () => {
    await click()
    expect(link()).not.toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(50_000))
    expect(link()).toBeNull()
  })

  it('is listed without its address', async () => {
    await new QueryClient().infiniteQuery(documents.list(7)).catch(() => undefined)
    expect(sent.map(({ url }) => [url.pathname, url.searchParams.has('expand[]')])).toEqual([
      ['/api/v2/vendors/7/documents', false],
    ])
  })
})

describe('a questionnaire', () => {
  const factsOf = (fields: object): Record<string, string> => {
    const questionnaire = questionnaireSchema.parse({
      id: 5,
      title: 'Security 2026',
      recipientEmail: 'ada@example.com',
      dateSent: '2026-11-03T10:00:00Z',
      isManualUpload: false,
      isCompleted: false,
      ...fields,
    })
    const { container } = render(<QuestionnaireRow questionnaire={questionnaire} />, {
      wrapper: WithMantine,
    })
    const texts = (tag: string) =>
      [...container.querySelectorAll(tag)].map(({ textContent }) => textContent)
    const values = texts('dd')
    return Object.fromEntries(texts('dt').map((name, index) => [name, values[index] ?? '']))
  }

  it('that is a draft was sent to nobody, and has no answers to count', () => {
    const facts = factsOf({ status: 'DRAFT', totalQuestions: null, totalQuestionsAnswered: null })
    expect(Object.keys(facts)).toEqual(['Recipient', 'Prepared'])
    expect(screen.getByText('Draft')).toBeDefined()
  })

  it('says when the vendor was last reminded', () => {
    const facts = factsOf({ status: 'SENT', reminderDate: '2026-11-10T10:00:00Z' })
    expect(facts).toMatchObject({ Sent: '3 Nov 2026', 'Last reminder': '10 Nov 2026' })
  })
})
