// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import {
  act,
  cleanup,
  fireEvent,
  render,
  renderHook,
  screen,
  waitFor,
} from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dayReader, readerOfDays } from '../../lib/day-text.ts'
import { provide, resetServices } from '../../lib/services.ts'
import { standInForBrowser } from '../../testing/browser.ts'
import { DayField } from './day-field.tsx'

/** Renders the field of a form. @returns what the form holds, and a way to set it */
const open = (deadline = '') => {
  const form = renderHook(() => useForm({ defaultValues: { deadline } })).result.current
  render(
    <MantineProvider env="test">
      <DayField control={form.control} name="deadline" label="Deadline" />
    </MantineProvider>,
  )
  return {
    held: () => form.getValues('deadline'),
    set: (day: string) => act(() => form.setValue('deadline', day)),
  }
}
const field = () => screen.getByLabelText<HTMLInputElement>('Deadline')
const type = (value: string): boolean => fireEvent.change(field(), { target: { value } })
/** Types, and leaves the field. */
const write = (text: string): void => {
  act(() => field().focus())
  type(text)
  act(() => field().blur())
}

beforeEach(() => {
  standInForBrowser()
  provide(readerOfDays, dayReader('en-GB'))
})
afterEach(() => {
  cleanup()
  resetServices()
  vi.unstubAllGlobals()
})

describe('a field for a day', () => {
  it('says how the reader’s locale writes a day', () => {
    provide(readerOfDays, dayReader('de-DE'))
    open()
    expect(field().placeholder).toBe('DD.MM.YYYY')
  })

  it('shows a day in words, and holds the one that was typed', () => {
    const form = open('2026-02-28')
    expect(field().value).toBe('28 Feb 2026')
    act(() => field().focus())
    type('03/01/2026')
    expect([field().value, form.held()]).toEqual(['03/01/2026', '2026-01-03'])
    act(() => field().blur())
    expect([field().value, form.held()]).toEqual(['3 Jan 2026', '2026-01-03'])
  })

  it.each(['02 31', '03 15 26', '31/02/2026', 'soon', '0026-03-15', ' x '])(
    'keeps %j, which is no day, and says why once it is left',
    (text) => {
      const form = open('2026-02-28')
      act(() => field().focus())
      type(text)
      expect(screen.queryByRole('alert')).toBeNull()
      act(() => field().blur())
      expect([field().value, form.held()]).toEqual([text, text])
      const problem = screen.getByRole('alert').textContent
      expect(problem).toMatch(/DD\/MM\/YYYY|1900/)
      expect(field().getAttribute('aria-invalid')).toBe('true')
      expect(document.getElementById(field().getAttribute('aria-describedby') ?? '')).toBe(
        screen.getByRole('alert'),
      )
    },
  )

  it('shows a text that came back with a reload, and why it is no day', () => {
    open('02 31')
    expect(field().value).toBe('02 31')
    expect(screen.getByRole('alert').textContent).toContain('Not a complete date')
  })

  it('is empty only when it is emptied', () => {
    const form = open('2026-02-28')
    write(' ')
    expect([field().value, form.held()]).toEqual(['', ''])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('follows the form, whatever was typed', () => {
    const form = open()
    write('02 31')
    form.set('2026-03-01')
    expect(field().value).toBe('1 Mar 2026')
    expect(screen.queryByRole('alert')).toBeNull()
    form.set('')
    expect(field().value).toBe('')
  })

  it('does not put its message under a button that is being pressed', async () => {
    open()
    act(() => field().focus())
    type('02 31')
    fireEvent.pointerDown(document.body)
    act(() => field().blur())
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.pointerUp(document.body)
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy())
  })

  it('offers a calendar by a button, which the field’s name does not find', () => {
    open()
    const button = screen.getByRole('button', { name: 'Choose a day' })
    expect(button.getAttribute('popovertarget')).toBeTruthy()
    const clicked = vi.fn<() => void>()
    button.addEventListener('click', clicked)
    fireEvent.keyDown(field(), { key: 'ArrowDown' })
    fireEvent.keyDown(field(), { key: 'ArrowDown', altKey: true, isComposing: true })
    expect(clicked).not.toHaveBeenCalled()
    fireEvent.keyDown(field(), { key: 'ArrowDown', altKey: true })
    expect(clicked).toHaveBeenCalledOnce()
  })
})
