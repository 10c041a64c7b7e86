// @vitest-environment jsdom

import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { type UseFormRegister, useForm } from 'react-hook-form'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptySocEdit } from '../../../domain/soc/edit.ts'
import { type SocListId } from '../../../domain/soc/form-fields.ts'
import type { ReviewEditValues } from '../../../editing/edit-values.ts'
import { standInForBrowser } from '../../../testing/browser.ts'
import { WithMantine } from '../../../testing/with-mantine.tsx'
import { ListEditor } from './list-editor.tsx'

const COUNT = 40

const values = (): ReviewEditValues => {
  const form = emptySocEdit()
  form.findings.findings = Array.from({ length: COUNT }, (_, index) => ({
    description: `Finding number ${index + 1}`,
  }))
  return { title: '', form }
}

/** Every row registers its texts when it renders, so registrations show which rows rendered. */
const open = (list: SocListId = 'findings') => {
  const rendered: string[] = []
  const { result } = renderHook(() => useForm<ReviewEditValues>({ defaultValues: values() }))
  const form = result.current
  const { control, getValues } = form
  const register = ((name) => {
    rendered.push(name)
    return form.register(name)
  }) as UseFormRegister<ReviewEditValues>
  render(
    <ListEditor list={list} control={control} register={register} getValues={getValues}>
      {list}
    </ListEditor>,
    { wrapper: WithMantine },
  )
  const renderedBy = (action: () => void): string[] => {
    rendered.length = 0
    act(action)
    return [...new Set(rendered)].map((name) => name.replace('form.findings.findings.', ''))
  }
  const texts = () => getValues('form.findings.findings').map((item) => item.description)
  return { rendered, renderedBy, form, texts }
}

const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const paste = (element: Element, text: string) =>
  fireEvent.paste(element, { clipboardData: { getData: () => text } })

beforeEach(standInForBrowser)
afterEach(cleanup)

describe('the list editor', () => {
  it('renders no row for a keystroke, and one row for what concerns one', () => {
    const { rendered, renderedBy, form, texts } = open()
    expect(rendered).toHaveLength(COUNT)
    expect(
      renderedBy(() => {
        fireEvent.input(box('Finding 7'), { target: { value: 'Seven' } })
      }),
    ).toEqual([])
    expect(texts()[6]).toBe('Seven')
    expect(renderedBy(() => void press('Add finding'))).toEqual([`${COUNT}.description`])
    expect(
      renderedBy(() =>
        form.setError('form.findings.findings.3.description', { message: 'Too long.' }),
      ),
    ).toEqual(['3.description'])
    expect(box('Finding 4').getAttribute('aria-invalid')).toBe('true')
  })

  it('renders two rows for a move, and those below for a removal', () => {
    const { renderedBy, texts } = open()
    expect(
      renderedBy(() => {
        fireEvent.keyDown(screen.getByRole('button', { name: 'Move finding 2' }), {
          key: 'ArrowDown',
        })
      }),
    ).toEqual(['1.description', '2.description'])
    expect(renderedBy(() => void press(`Remove finding ${COUNT - 1}`))).toEqual([
      `${COUNT - 2}.description`,
    ])
    expect(texts().slice(0, 3)).toEqual([
      'Finding number 1',
      'Finding number 3',
      'Finding number 2',
    ])
  })

  it('leaves one pasted line to the browser, within a text', () => {
    const { texts } = open()
    expect(paste(box('Finding 1'), 'one line\twith a tab')).toBe(true)
    expect(paste(box('Finding 1'), 'one line\r\n')).toBe(true)
    expect(paste(box('Finding 1'), 'two\nlines')).toBe(false)
    expect(texts().slice(0, 4)).toEqual(['Finding number 1', 'two', 'lines', 'Finding number 2'])
    expect(screen.getByRole('status').textContent).toBe('Added 2 findings')
  })

  it('joins the lines of a paste, and gives each of them back its own item', () => {
    const { texts } = open()
    paste(box('Finding 1'), 'Access reviews\nare made late')
    press('Join the lines')
    expect(texts().slice(1, 3)).toEqual(['Access reviews are made late', 'Finding number 2'])
    expect(screen.getByRole('status').textContent).toBe('Joined into 1 finding')
    expect(document.activeElement).toBe(box('Finding 2'))
    press('Split into lines')
    expect(texts().slice(1, 4)).toEqual(['Access reviews', 'are made late', 'Finding number 2'])
    press('Join the lines')
    press('Undo')
    expect(texts()).toHaveLength(COUNT)
    expect(texts().slice(0, 2)).toEqual(['Finding number 1', 'Finding number 2'])
  })

  it('joins the lines that go on after a mark by itself', () => {
    const { texts } = open()
    paste(box('Finding 1'), '• Access reviews\nare made late\n• Backups')
    expect(texts().slice(1, 3)).toEqual(['Access reviews are made late', 'Backups'])
    expect(screen.getByRole('status').textContent).toBe('Added 2 findings from 3 lines')
    press('Split into lines')
    expect(texts().slice(1, 4)).toEqual(['Access reviews', 'are made late', 'Backups'])
  })

  it('leaves lines apart that were changed before they were to be joined', () => {
    const { texts } = open()
    paste(box('Finding 1'), 'Access reviews\nare made late')
    fireEvent.input(box('Finding 3'), { target: { value: 'are made too late' } })
    press('Join the lines')
    expect(texts().slice(1, 3)).toEqual(['Access reviews', 'are made too late'])
    expect(screen.queryByRole('button', { name: 'Join the lines' })).toBeNull()
    expect(screen.getByRole('status').textContent).toContain('were changed since')
  })

  it('offers no joining of the rows of a table', () => {
    open()
    fireEvent.paste(box('Finding 1'), {
      clipboardData: {
        getData: (format: string) =>
          format === 'text/html' ? '<table><tr><td>one' : 'one\r\ntwo\r\n',
      },
    })
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Join the lines' })).toBeNull()
  })

  it('moves a row by the arrow keys on its handle, and never while the cursor is in its text', () => {
    const { texts } = open()
    const handle = (number: number) =>
      screen.getByRole('button', { name: `Move finding ${number}` })
    // On a Mac, Option with an arrow moves the cursor by a paragraph.
    expect(fireEvent.keyDown(box('Finding 2'), { key: 'ArrowUp', altKey: true })).toBe(true)
    expect(texts()[0]).toBe('Finding number 1')
    expect(fireEvent.keyDown(handle(2), { key: 'ArrowUp', altKey: true })).toBe(false)
    expect(texts()[0]).toBe('Finding number 2')
    fireEvent.keyDown(handle(1), { key: 'ArrowDown', repeat: true })
    expect(texts()[0]).toBe('Finding number 1')
    fireEvent.keyDown(screen.getByRole('button', { name: 'Remove finding 2' }), {
      key: 'ArrowUp',
      altKey: true,
    })
    expect(texts()[0]).toBe('Finding number 2')
  })

  it('adds one row below, however long the keys are held, and none for an input method', () => {
    const { texts } = open()
    const enter = { key: 'Enter', ctrlKey: true }
    fireEvent.keyDown(box('Finding 1'), { ...enter, isComposing: true })
    fireEvent.keyDown(box('Finding 1'), { ...enter, keyCode: 229 })
    expect(texts()).toHaveLength(COUNT)
    fireEvent.keyDown(box('Finding 1'), enter)
    fireEvent.keyDown(box('Finding 1'), { ...enter, repeat: true })
    expect(texts()).toHaveLength(COUNT + 1)
    expect(texts()[1]).toBe('')
  })

  it('takes what is pasted on the button that adds, into an empty list as well', () => {
    const { form } = open('locations')
    expect(screen.getByText('No locations recorded')).toBeTruthy()
    paste(screen.getByRole('button', { name: 'Add location' }), 'Dublin, Ireland')
    expect(form.getValues('form.servicesAndLocations.locations')).toEqual([
      { city: 'Dublin', stateOrCountry: 'Ireland' },
    ])
    expect(document.activeElement).toBe(box('City 1'))
    press('Undo')
    expect(form.getValues('form.servicesAndLocations.locations')).toEqual([])
  })

  it('forgets its undo when another list comes from outside', () => {
    const { form } = open()
    press('Remove finding 2')
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
    act(() => form.setValue('form.findings.findings', [{ description: 'theirs' }]))
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(box('Finding 1').value).toBe('theirs')
  })
})
