// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Config } from '../../api/config.ts'
import { type FormCarrier, formCarrier } from '../../api/transport/form-carrier.ts'
import type { ReviewCreateRequest } from '../../domain/contract/requests.ts'
import { reviewSchema } from '../../domain/contract/review-with-form.ts'
import { vendorSchema } from '../../domain/contract/vendor.ts'
import { provide, resetServices } from '../../lib/services.ts'
import { answer, type Sent, serve } from '../../testing/answers.ts'
import { standInForBrowser } from '../../testing/browser.ts'
import { listOf, requestOf, rowOf } from '../../testing/creations.ts'
import { NewReview } from './new-review-page.tsx'

// Look immediately after a lost answer.
vi.mock('../../api/once/arrival.ts', async (original) => ({
  ...(await original<object>()),
  LOOKS_MS: [0, 0, 0],
}))

const PATH = '/vendors/$vendorId/security-reviews'
const vendor = vendorSchema.parse({ id: 7, name: 'Northwind' })
const TITLE = 'SOC 2, number 1'

type Answer = () => Response | Error | Promise<Response | Error>
interface Service {
  post?: Answer
  list?: Answer
  users?: Answer
}
const noRows = listOf()
const created = () => answer({ id: 12, title: TITLE, socReviewForm: {}, type: 'SOC_REPORT' }, 201)

const open = async (
  { post = created, list = noRows, users = noRows }: Service = {},
  given: Partial<Config> = {},
) => {
  const requests: Sent[] = serve(({ method, url }) =>
    method === 'POST' ? post() : url.pathname.endsWith('/users') ? users() : list(),
  )
  const lastReview = reviewSchema.parse({ id: 11, title: TITLE, type: 'SOC_REPORT' })
  const config: Config = {
    apiVersion: 2,
    readOnly: false,
    company: '',
    user: null,
    keyPresent: true,
    ...given,
  }
  const rootRoute = createRootRoute()
  const pageAt = (path: string, component: () => ReactElement) =>
    createRoute({ getParentRoute: () => rootRoute, path, component })
  const pages = [
    pageAt(`${PATH}/new`, () => <NewReview {...{ vendor, lastReview, config }} />),
    pageAt(`${PATH}/$reviewId`, () => <h1>The review’s page</h1>),
  ]
  const router = createRouter({
    routeTree: rootRoute.addChildren(pages),
    history: createMemoryHistory({ initialEntries: ['/vendors/7/security-reviews/new'] }),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  await screen.findByText(config.readOnly ? /is read-only here/ : 'Title')
  return { requests, posts: () => requests.filter(({ method }) => method === 'POST') }
}

const submit = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'Create review' }))
const fill = (label: string, value: string): boolean =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const choose = (...files: File[]): boolean =>
  fireEvent.change(screen.getByLabelText('Report file'), { target: { files } })
const pdf = (name: string): File => new File(['%PDF-1.4 '], name, { type: 'application/pdf' })

beforeEach(() => {
  standInForBrowser()
  resetServices()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the form of a new review', () => {
  it('sends one request, however often it is submitted, and opens the review', async () => {
    const { posts } = await open()
    submit()
    submit()
    fireEvent.submit(screen.getByLabelText('Title'))
    await screen.findByRole('heading', { name: 'The review’s page' })
    expect(posts()).toHaveLength(1)
  })

  it('begins in the first field that is wrong, and sends nothing', async () => {
    const { posts } = await open()
    fill('Title', ' ')
    fill('Deadline', '')
    submit()
    expect(await screen.findByText('Enter a title.')).toBeTruthy()
    expect(screen.getByText('Choose a deadline.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')))
    fireEvent.click(screen.getByRole('button', { name: 'End of quarter' }))
    await waitFor(() => expect(screen.queryByText('Choose a deadline.')).toBeNull())
    expect(posts()).toHaveLength(0)
  })

  it('shows in the field what the service refused, and keeps what was typed', async () => {
    const { posts } = await open({
      post: () => answer({ message: ['reviewDeadlineAt must lie on a working day'] }, 400),
    })
    fill('Note', 'Before the renewal')
    submit()
    await screen.findByText('Drata refused this: reviewDeadlineAt must lie on a working day.')
    expect(document.activeElement).toBe(screen.getByLabelText('Deadline'))
    expect(screen.getByLabelText('Note')).toHaveProperty('value', 'Before the renewal')
    submit()
    await waitFor(() => expect(posts()).toHaveLength(2))
  })

  it('says what went wrong otherwise, where the focus goes', async () => {
    await open({ post: () => answer({ statusCode: 403, message: 'Forbidden' }, 403) })
    submit()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('“Vendors: Create Security Review”')
    expect(alert.textContent).toContain('No review was created')
    expect(document.activeElement?.contains(alert)).toBe(true)
  })

  it('says who is the requester where none is chosen (contract, point 23)', async () => {
    await open()
    const hint =
      /records the vendor’s security owner or, if there is none, your Drata administrator/
    expect(await screen.findByText(hint)).toBeTruthy()
  })

  it('needs no users', async () => {
    const { posts } = await open({ users: () => answer({}, 403) })
    await screen.findByText(/The review can be created without a requester\.$/)
    submit()
    await screen.findByRole('heading', { name: 'The review’s page' })
    expect(requestOf(posts()[0])).not.toHaveProperty('requesterUserId')
  })

  it('is not there where the gateway only reads', async () => {
    await open({}, { readOnly: true })
    expect(screen.queryByRole('button', { name: 'Create review' })).toBeNull()
  })

  it('says that version 1 takes neither note nor report, and asks for neither', async () => {
    await open({}, { apiVersion: 1 })
    expect(screen.getByText(/accepts neither a note nor a report file/)).toBeTruthy()
    expect(screen.queryByLabelText('Note')).toBeNull()
    expect(screen.queryByLabelText('Report file')).toBeNull()
  })
})

describe('the report of a new review', () => {
  it('is refused with a reason, one file at a time', async () => {
    await open()
    choose(new File(['MZ'], 'setup.exe'))
    expect(
      await screen.findByText(/^“setup.exe” is a .exe file, which is not accepted/),
    ).toBeTruthy()
    choose(pdf('one.pdf'), pdf('two.pdf'))
    expect(await screen.findByText(/^A review can be created with only one file/)).toBeTruthy()
    expect(screen.queryByLabelText('Document type')).toBeNull()
    choose(pdf('one.pdf'))
    expect(await screen.findByLabelText('Document type')).toBeTruthy()
    expect(screen.queryByText(/^A review can be created with only one file/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Remove one.pdf' }))
    expect(screen.queryByLabelText('Document type')).toBeNull()
  })

  /** Sends a form up to a given byte, and ends when it is aborted. */
  const carryTo = (sent: number): { form: FormData | undefined } => {
    const carried: { form: FormData | undefined } = { form: undefined }
    const carrier: FormCarrier = (_, form, { signal, onProgress }) =>
      new Promise((_resolve, reject) => {
        carried.form = form
        signal?.addEventListener('abort', () => reject(signal.reason as Error))
        onProgress?.({ sent, total: 2_000_000 })
      })
    provide(formCarrier, carrier)
    return carried
  }

  it('can be canceled on its way: it is looked for, and nothing is lost', async () => {
    const lists: Answer[] = [noRows]
    const { promise, resolve } = Promise.withResolvers<Response>()
    await open({ list: () => (lists.shift() ?? (() => promise))() })
    carryTo(500_000)
    choose(pdf('one.pdf'))
    await screen.findByLabelText('Document type')
    submit()
    const progress = await screen.findByRole('progressbar', { name: 'one.pdf' })
    expect(progress.getAttribute('aria-valuenow')).toBe('25')
    expect(progress.getAttribute('aria-valuetext')).toBe('500 KB of 2 MB')
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await screen.findByText('Checking whether it arrived…')
    expect(screen.queryByText(/No review was created/)).toBeNull()
    lists.push(noRows, noRows)
    resolve(noRows() as Response)
    await screen.findByText('Canceled. No review was created.')
    expect(screen.getByText('one.pdf')).toBeTruthy()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('that was canceled too late is said to be there', async () => {
    const carried = carryTo(500_000)
    const list: Answer = () => {
      const { form } = carried
      const asked = form && (Object.fromEntries(form) as unknown as ReviewCreateRequest)
      return listOf(...(asked ? [rowOf(asked, 12)] : []))()
    }
    await open({ list })
    choose(pdf('one.pdf'))
    await screen.findByLabelText('Document type')
    submit()
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await screen.findByRole('heading', { name: 'Review created' })
    expect(screen.getByText(/too late to cancel/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open review' }).getAttribute('href')).toBe(
      '/vendors/7/security-reviews/12',
    )
  })

  it('cannot be canceled once all of it was sent', async () => {
    await open()
    carryTo(2_000_000)
    choose(pdf('one.pdf'))
    await screen.findByLabelText('Document type')
    submit()
    await screen.findByText(/Waiting for Drata’s answer/)
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
  })
})

describe('a review that may exist already', () => {
  const lost = () => new TypeError('Failed to fetch')
  const question = () => screen.findByRole('dialog', { name: 'This review may already exist' })

  it('is looked for again, and only created when it is not there', async () => {
    const answers = { post: lost as () => Response | Error, list: () => answer({}, 500) }
    const { requests, posts } = await open({
      post: () => answers.post(),
      list: () => answers.list(),
    })
    const looks = () => requests.filter(({ url }) => url.searchParams.get('size') === '50')
    submit()
    expect((await question()).textContent).toContain('cannot check now whether it exists')
    const lookAgain = screen.getByRole('button', { name: 'Look again' })
    fireEvent.click(lookAgain)
    await waitFor(() => expect(looks()).toHaveLength(5))
    await waitFor(() => expect(lookAgain).toHaveProperty('disabled', false))
    expect(posts()).toHaveLength(1)
    Object.assign(answers, { post: created, list: noRows })
    fireEvent.click(lookAgain)
    await screen.findByRole('heading', { name: 'The review’s page' })
    expect(posts()).toHaveLength(2)
  })

  it('is shown, and another one is only created when that is wanted', async () => {
    const { posts } = await open({
      post: lost,
      list: () => {
        const sent = posts().map(requestOf)
        return listOf(
          ...sent.flatMap((of, turn) => [21, 22].map((id) => rowOf(of, id + 2 * turn))),
        )()
      },
    })
    submit()
    const candidates = within(await question()).getAllByRole('link', { name: /^SOC 2/ })
    expect(candidates.map((link) => link.getAttribute('href'))).toEqual([
      '/vendors/7/security-reviews/21',
      '/vendors/7/security-reviews/22',
    ])
    expect(posts()).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Create anyway' }))
    await waitFor(() => expect(posts()).toHaveLength(2))
    fireEvent.click(within(await question()).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByLabelText('Title')).toHaveProperty('value', `${TITLE} 2026`)
  })
})
