// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { standInForBrowser } from '../testing/browser.ts'
import ConfirmDialog from './confirm-dialog.tsx'
import { ErrorState } from './error-state.tsx'

beforeEach(() => {
  standInForBrowser()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const isSpinning = (name: string): boolean =>
  screen.getByRole('button', { name }).hasAttribute('data-loading')

it('a question whose answer could not be carried out says so, and can be answered again', async () => {
  const onConfirm = vi.fn(() => Promise.reject(new Error('The storage is gone.')))
  render(
    <MantineProvider env="test">
      <ConfirmDialog
        title="Delete all drafts?"
        text="They cannot be brought back."
        confirmLabel="Delete"
        onConfirm={onConfirm}
        onCancel={() => undefined}
      />
    </MantineProvider>,
  )
  for (let times = 1; times <= 2; times += 1) {
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
    expect(isSpinning('Delete')).toBe(true)
    expect((await screen.findByRole('alert')).textContent).toContain('That did not work.')
    expect(isSpinning('Delete')).toBe(false)
    expect(onConfirm).toHaveBeenCalledTimes(times)
  }
})

it('what fails when it is tried again can be tried once more', async () => {
  const onRetry = vi.fn(() => Promise.reject(new Error('Still no network.')))
  render(
    <MantineProvider env="test">
      <ErrorState sentence="No network." onRetry={onRetry} />
    </MantineProvider>,
  )
  for (let times = 1; times <= 2; times += 1) {
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await vi.waitFor(() => expect(isSpinning('Try again')).toBe(false))
    expect(onRetry).toHaveBeenCalledTimes(times)
  }
})
