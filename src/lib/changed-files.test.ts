import { describe, expect, it } from 'vitest'
import { hasChangedFile } from './changed-files.ts'

/** A file whose parts can be read as this says. */
const fileThat = (read: (part: Blob) => Promise<ArrayBuffer>): File => {
  const file = new File(['abc'], 'a.csv')
  return Object.assign(file, {
    slice: (start?: number, end?: number) => ({
      arrayBuffer: () => read(new Blob(['abc']).slice(start, end)),
    }),
  })
}
const formOf = (...files: File[]): FormData => {
  const form = new FormData()
  form.append('type', 'REPORT')
  // A form makes files anew, unlike a browser's, which reads them from the disk.
  return Object.assign(form, { values: () => ['REPORT', ...files].values() })
}
const unread = () => Promise.reject(new DOMException('', 'NotReadableError'))

describe('a file of a form', () => {
  it('is as it was chosen while it can be read', async () => {
    expect(await hasChangedFile(formOf(fileThat((part) => part.arrayBuffer())))).toBe(false)
    expect(await hasChangedFile(formOf(new File([], 'empty.csv')))).toBe(false)
    expect(await hasChangedFile(formOf())).toBe(false)
  })

  it('has changed when it cannot be read, even if others can', async () => {
    expect(await hasChangedFile(formOf(new File(['a'], 'a.csv'), fileThat(unread)))).toBe(true)
  })

  it('has changed when it has become shorter', async () => {
    const shorter = fileThat(async () => new ArrayBuffer(0))
    expect(await hasChangedFile(formOf(shorter))).toBe(true)
  })
})
