// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Config, configQuery } from '../../../api/config.ts'
import { once } from '../../../api/once/of-app.ts'
import { resetServices } from '../../../lib/services.ts'
import { standInForBrowser } from '../../../testing/browser.ts'
import { UnfinishedRuns } from './unfinished-runs.tsx'

const CONFIG: Config = {
  apiVersion: 2,
  readOnly: false,
  company: '',
  user: null,
  keyPresent: true,
  role: 'decide',
}

/** The notices of two runs. */
const open = async () => {
  const queryClient = new QueryClient()
  queryClient.setQueryData(configQuery.queryKey, CONFIG)
  const { runs } = once()
  vi.spyOn(runs, 'unfinished').mockResolvedValue(
    ['2026-11-26T10:00:00Z', '2026-11-25T10:00:00Z'].map((startedAt) => {
      return { id: startedAt, startedAt, total: 3, done: 1 }
    }),
  )
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <UnfinishedRuns />
      </QueryClientProvider>
    </MantineProvider>,
  )
  const [first, second] = await screen.findAllByRole('alert')
  if (!first || !second) throw new Error('There are two runs.')
  return { runs, first, second }
}
const goOn = (notice: HTMLElement): HTMLElement =>
  within(notice).getByRole('button', { name: 'Continue' })

beforeEach(() => {
  standInForBrowser()
})
afterEach(() => {
  cleanup()
  resetServices()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('says beside one run alone that it cannot be gone on with, and lets it be tried again', async () => {
  const { runs, first, second } = await open()
  const resume = vi.spyOn(runs, 'resume').mockRejectedValue(new Error('The storage is gone.'))
  for (let times = 1; times <= 2; times += 1) {
    fireEvent.click(goOn(first))
    expect(goOn(first).hasAttribute('data-loading')).toBe(true)
    expect(goOn(second).hasAttribute('data-loading')).toBe(false)
    await vi.waitFor(() => expect(goOn(first).hasAttribute('data-loading')).toBe(false))
    expect(first.textContent).toContain('because of an error in Countersign')
    expect(second.textContent).not.toContain('because of an error in Countersign')
    expect(resume).toHaveBeenCalledTimes(times)
  }
})

it('says that another tab carries a run out', async () => {
  const { runs, first } = await open()
  vi.spyOn(runs, 'resume').mockResolvedValue(undefined)
  fireEvent.click(goOn(first))
  expect((await screen.findByRole('status')).textContent).toContain('Another tab')
})
