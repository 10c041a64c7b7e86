import { describe, expect, it } from 'vitest'
import { readBlocks } from '../layout/blocks.ts'
import { type Look, PLAIN } from '../layout/look.ts'
import { setPages } from '../layout/set-pages.ts'
import { itemsOf, openPdf } from '../testing.ts'
import { codeOf } from './base-fonts.ts'
import { labelsOf, roman } from './page-labels.ts'
import { scanned } from './scan.ts'
import type { Paper } from './sheet.ts'
import { writePdf } from './write-pdf.ts'

const paperOf = (text: string, look: Partial<Look> = {}): Paper => ({
  title: 'Überprüfung (SOC 2)',
  author: 'Firm',
  producer: 'Writer',
  created: '2026-02-03',
  ...setPages({ ...PLAIN, footer: ['', '', ''], ...look }, readBlocks(text)),
})
const textIn = async (paper: Paper): Promise<string> => {
  const pdf = await openPdf(writePdf(paper))
  const items = await itemsOf(pdf, 1)
  await pdf.loadingTask.destroy()
  return items.map(({ str }) => str).join('')
}

describe('a PDF file', () => {
  it('says what it is, and shows the same outline and numbers as its pages', async () => {
    const pdf = await openPdf(
      writePdf(paperOf('@part labels=roman\na\n@part labels=arabic\n# One\n## Two\nb\n# Three\nc')),
    )
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> }
    expect(info).toMatchObject({
      Title: 'Überprüfung (SOC 2)',
      Author: 'Firm',
      Producer: 'Writer',
      CreationDate: 'D:20260203090000Z',
    })
    expect(await pdf.getPageLabels()).toEqual(['i', '1', '2'])
    const outline = await pdf.getOutline()
    expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
      ['One', 1],
      ['Three', 0],
    ])
    await pdf.loadingTask.destroy()
  })

  it.each(['times', 'helvetica', 'liberation'] as const)(
    'gives its text back in %s',
    async (body) => {
      const text = 'Kraków’s “first” offices – 99 % of fields, ﬁxed'
      expect(await textIn(paperOf(text, { body }))).toBe(text.replace('ﬁ', 'fi'))
      expect(await textIn(paperOf(text, { body, hasLigatures: true }))).toBe(
        text.replace('ﬁ', 'fi'),
      )
      expect(await textIn(paperOf(text, { body, isSpaceless: true }))).toBe(text.replace('ﬁ', 'fi'))
    },
  )

  it('refuses a character that its font does not have', () => {
    expect(() => codeOf('ł')).toThrow('No base font has the character')
    expect(() => paperOf('漢', { body: 'liberation' })).toThrow('no glyph')
  })

  it('of a scan has a picture on each page, and no text', async () => {
    const paper = scanned(paperOf('# One\na\n# Two\nb'))
    expect(paper.sheets.map(({ marks }) => marks.map(({ kind }) => kind))).toEqual([
      ['picture'],
      ['picture'],
    ])
    const [picture] = paper.sheets[0]?.marks ?? []
    const rows = picture?.kind === 'picture' ? picture.picture.rows : new Uint8Array()
    expect(rows.some((byte) => byte !== 0)).toBe(true)
    expect(await textIn(paper)).toBe('')
  })
})

describe('page labels', () => {
  it('are runs that count on', () => {
    expect(labelsOf(['', 'i', 'ii', '1', '2', '7'])).toBe(
      '<< /Nums [0 << /P () >> 1 << /S /r /St 1 >> 3 << /S /D /St 1 >> 5 << /S /D /St 7 >>] >>',
    )
  })

  it('are roman numbers as front matter has them', () => {
    expect([1, 4, 9, 14, 40, 90].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xc'])
  })
})
