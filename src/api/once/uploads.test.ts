import { describe, expect, it } from 'vitest'
import { arrivalsOf } from './uploads.ts'

const listed = (...names: (string | null)[]) =>
  names.map((name, index) => ({ id: index + 1, name }))
const NONE: ReadonlySet<number> = new Set()

describe('whether files arrived', () => {
  it('counts only what was not there before', () => {
    expect(arrivalsOf(['a.pdf'], listed('a.pdf'), new Set([1]))).toEqual(['absent'])
    expect(arrivalsOf(['a.pdf'], listed('a.pdf', 'a.pdf'), new Set([1]))).toEqual(['arrived'])
  })

  it('counts each new one for one file', () => {
    expect(arrivalsOf(['a.pdf', 'a.pdf'], listed('a.pdf'), NONE)).toEqual(['arrived', 'absent'])
  })

  it.each(['a.pdf', 'a', ' A.PDF ', 'A'])('knows the file “a.pdf” by the title “%s”', (title) => {
    expect(arrivalsOf(['a.pdf'], listed(title), NONE)).toEqual(['arrived'])
  })

  it('knows a name however its letters are composed', () => {
    expect(arrivalsOf(['für.pdf'.normalize('NFD')], listed('für.pdf'), NONE)).toEqual(['arrived'])
  })

  it('is unsure of what the service gives no name, and of what may have been there before', () => {
    expect(arrivalsOf(['a.pdf', 'b.pdf'], listed(null, 'b.pdf'), NONE)).toEqual([
      'unsure',
      'arrived',
    ])
    expect(arrivalsOf(['a.pdf', 'b.pdf'], listed('a.pdf'), null)).toEqual(['unsure', 'absent'])
  })
})
