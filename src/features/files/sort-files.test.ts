import { describe, expect, it } from 'vitest'
import { fileOf, QUESTIONNAIRES } from '../../testing/once/scripted-files.ts'
import { sortFiles } from './sort-files.ts'
import type { Upload } from './uploads/upload.ts'
import { newItem } from './uploads/upload-items.ts'

const csv = (name: string, content = 'a,b'): File => new File([content], name)

const sort = async (
  files: File[],
  { listed = [], uploads = [] }: { listed?: string[]; uploads?: Upload[] } = {},
) => {
  const { accepted, refused, remarks } = await sortFiles(files, {
    kind: 'questionnaire',
    limit: 1_000,
    listed,
    uploads,
  })
  return {
    accepted: accepted.map(({ name }) => name),
    refused: refused.map(({ sentence }) => sentence),
    duplicates: refused.filter(({ isDuplicate }) => isDuplicate).length,
    remarks,
  }
}

describe('a file that is listed already', () => {
  it.each([
    ['the same name', 'a.csv', 'a.csv', '“a.csv” is already there. Upload it again only if'],
    ['another case', 'a.csv', 'A.CSV', '“a.csv” is already there as “A.CSV”.'],
    [
      'another form of Unicode',
      'f\u00FCr.csv',
      'fu\u0308r.csv',
      'is already there as “fu\u0308r.csv”',
    ],
    ['another blank', 'a\u00A0b.csv', 'a b.csv', 'is already there as “a b.csv”'],
    ['an invisible mark', 'a\u200B.csv', 'a.csv', 'is already there as “a.csv”'],
    ['a number', 'a (1).csv', 'a.csv', '“a (1).csv” may already be there as “a.csv”.'],
    ['replaced characters', 'A b (x).csv', 'A_b__x_.csv', 'may already be there as “A_b__x_.csv”'],
    ['garbled letters', 'f\u00FCr.csv', 'f\u00C3\u00BCr.csv', 'may already be there as'],
  ])('under %s is asked about', async (_, name, listedAs, sentence) => {
    const { accepted, refused, duplicates } = await sort([csv(name)], {
      listed: ['x.csv', listedAs],
    })
    expect(accepted).toEqual([])
    expect(refused).toEqual([expect.stringContaining(sentence)])
    expect(duplicates).toBe(1)
  })

  it.each(['b.csv', 'a.pdf', 'a (1).csv', 'a (2025).csv', ''])(
    'under “%s” is another than “a (2).csv”',
    async (listedAs) => {
      expect((await sort([csv('a (2).csv')], { listed: [listedAs] })).accepted).toEqual([
        'a (2).csv',
      ])
    },
  )
})

describe('a file of the size of another', () => {
  it.each(['a.csv', 'A.csv', 'a (1).csv', 'a\u200B.csv'])(
    'and its name as “%s” is one file',
    async (name) => {
      const { accepted, refused } = await sort([csv('a.csv'), csv(name)])
      expect(accepted).toEqual(['a.csv'])
      expect(refused).toEqual([expect.stringMatching(/was chosen twice.*, with the same size/)])
      const { upload } = newItem(1, 1, QUESTIONNAIRES, csv('a.csv'))
      expect((await sort([csv(name)], { uploads: [upload] })).refused).toEqual([
        expect.stringMatching(/is already on its way.*, with the same size/),
      ])
      const failed: Upload = { ...upload, state: 'failed' }
      expect((await sort([csv(name)], { uploads: [failed] })).accepted).toEqual([name])
    },
  )

  it('and another name is another file, and so is one of another size', async () => {
    expect((await sort([csv('a.csv'), csv('b.csv'), csv('a.csv', 'a,b,c')])).accepted).toEqual([
      'a.csv',
      'b.csv',
      'a.csv',
    ])
  })
})

it('hidden files of programs are left out with one remark, and no file is refused for them', async () => {
  const { accepted, refused, remarks } = await sort([
    csv('~$CAIQ.xlsx'),
    csv('CAIQ.csv'),
    csv('._report.pdf'),
    csv('desktop.ini'),
  ])
  expect(accepted).toEqual(['CAIQ.csv'])
  expect(refused).toEqual([])
  expect(remarks).toEqual([
    '“~$CAIQ.xlsx”, “._report.pdf” and “desktop.ini” were left out: they are hidden files of Office or of the system.',
  ])
})

it('a file that goes may come with a hint', async () => {
  const pdf = csv('a.pdf', '%PDF-1.4\ntrailer\n<</Encrypt 5 0 R>>')
  expect(await sort([pdf, fileOf('b.exe')])).toMatchObject({
    accepted: ['a.pdf'],
    refused: [expect.stringContaining('b.exe')],
    remarks: [expect.stringContaining('“a.pdf” is encrypted')],
  })
})
