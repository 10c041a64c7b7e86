// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { socFormSchema } from '../../domain/contract/soc-form.ts'
import { SOC_FIELDS, type SocField } from '../../domain/soc/form-fields.ts'
import { standInForBrowser } from '../../testing/browser.ts'
import { WithMantine } from '../../testing/with-mantine.tsx'
import { SectionValues } from './section-values.tsx'

beforeEach(standInForBrowser)
afterEach(cleanup)

/** A value of each kind of field, and the text that is shown for it. */
const shown = (field: SocField): [value: unknown, text: string] => {
  switch (field.kind) {
    case 'day':
      return ['2026-01-02', '2 Jan 2026']
    case 'range':
      return [{ start: '2026-01-02', end: '2026-02-02' }, '2 Jan 2026 – 2 Feb 2026']
    case 'choice':
      return [field.options[0], field.labels[field.options[0]] ?? '']
    case 'set':
      return [[field.options[0], 'NEW'], `${field.labels[field.options[0]]}, NEW`]
    case 'yes-no':
      return [false, 'No']
    case 'list': {
      const item = Object.fromEntries(Object.keys(field.texts).map((name) => [name, name]))
      const text = Object.keys(field.texts).join(', ')
      return [[item], field.hasInPlace ? `0 of 1 in place${text} Not stated` : text]
    }
    default:
      return ['words', 'words']
  }
}

it.each(SOC_FIELDS)('$path is read by its kind', (field) => {
  const { section, name, path, label } = field
  const [value, text] = shown(field)
  const read = (answers: object): string => {
    const form = socFormSchema.parse({ [section]: answers })
    render(<SectionValues id={section} form={form} missing={[]} />, { wrapper: WithMantine })
    const text = document.getElementById(path)?.textContent ?? ''
    expect(screen.getByText(label)).toBeDefined()
    cleanup()
    return text
  }
  expect(read({ [name]: value })).toBe(label + text)
  expect(read({})).toBe(label + (field.none ?? 'Not stated'))
})
