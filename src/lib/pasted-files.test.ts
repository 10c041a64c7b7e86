// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { pastedFiles } from './pasted-files.ts'

const file = (name: string, type: string): File => new File(['x'], name, { type })
const picture = file('image.png', 'image/png')
const pdf = file('soc2.pdf', 'application/pdf')

const field = document.createElement('textarea')
const elsewhere = document.createElement('p')

const pasted = (files: readonly File[], text: string, target: EventTarget | null = field) =>
  pastedFiles({
    clipboardData: {
      files,
      getData: (format: string) => (format === 'text/plain' ? text : ''),
    } as unknown as DataTransfer,
    target,
  })

describe('pasted files', () => {
  it.each(['CC6.1\t2 of 25\r\n', 'A sentence from Word.', 'one\ntwo'])(
    'are none where text comes with its picture into a text field: %j',
    (text) => {
      expect(pasted([picture], text)).toEqual([])
    },
  )

  it('are a picture that comes alone', () => {
    expect(pasted([picture], '')).toEqual([picture])
    expect(pasted([picture], ' \r\n')).toEqual([picture])
  })

  it('are a picture where no text can go', () => {
    expect(pasted([picture], 'CC6.1', elsewhere)).toEqual([picture])
    expect(pasted([picture], 'CC6.1', null)).toEqual([picture])
  })

  it.each(['soc2.pdf', '/Users/ada/Downloads/soc2.pdf\n', 'C:\\Reports\\soc2.pdf'])(
    'are files whose names come as text: %j',
    (text) => {
      expect(pasted([pdf], text)).toEqual([pdf])
      expect(pasted([file('soc2.pdf', 'image/png')], text)).toHaveLength(1)
    },
  )

  it('are files that are no pictures of their text', () => {
    expect(pasted([picture, pdf], 'A sentence.')).toEqual([picture, pdf])
    expect(pasted([], 'A sentence.')).toEqual([])
    expect(pastedFiles({ clipboardData: null, target: field })).toEqual([])
  })
})
