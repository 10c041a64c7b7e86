// @vitest-environment jsdom

import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { type UseFormRegister, useForm } from 'react-hook-form'
import { afterEach, describe, expect, it } from 'vitest'
import { emptySocEdit } from '../../../domain/soc/edit.ts'
import { type SocListId } from '../../../domain/soc/form-fields.ts'
import type { ReviewEditValues } from '../../../editing/edit-values.ts'
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
  render(<ListEditor list={list} control={control} register={register} getValues={getValues} />)
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
