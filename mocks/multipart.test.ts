import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMultipart, type Upload } from './multipart.ts'
import { fileOf, formOf } from './testing.ts'

/** A form as it is sent: the header, and the body cut into pieces. */
const sent = async (form: FormData, pieceLength = 65_536) => {
  const response = new Response(form)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, index) =>
    bytes.slice(index * pieceLength, (index + 1) * pieceLength),
  )
  return { pieces, contentType: response.headers.get('content-type') ?? '' }
}
const readBack = async (form: FormData, pieceLength?: number) => {
  const { pieces, contentType } = await sent(form, pieceLength)
  return readMultipart(pieces, contentType)
}
const expectedOf = async (form: FormData): Promise<unknown> =>
  Promise.all(
    [...form].map(async ([name, value]) => {
      if (typeof value === 'string') return [name, value]
      const { name: fileName, type, size } = value
      const sha256 = createHash('sha256')
        .update(await value.bytes())
        .digest('hex')
      return [name, { name: fileName, type, size, sha256 }]
    }),
  )
const plain = (entries: [string, string | Upload][]): unknown =>
  JSON.parse(JSON.stringify(entries)) as unknown

describe('readMultipart', () => {
  it('reads any form, however it is cut on the way', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      // Text that looks like the end of a part.
      fc
        .constantFrom('\r\n', '--', '\r\n--', '\r\n\r\n', '\r\n------')
        .map((text) => new TextEncoder().encode(text.repeat(3))),
    )
    const name = fc.constantFrom(
      'report.pdf',
      'a "quoted" name.pdf',
      'отчёт 報告.pdf',
      "it's; 100%.pdf",
    )
    const file = fc
      .tuple(name, bytes)
      .map(([fileName, content]) => new File([content], fileName, { type: 'application/pdf' }))
    const parts = fc.array(
      fc.oneof(
        fc.tuple(fc.constant('files'), file),
        fc.tuple(fc.constantFrom('title', 'note "1"'), fc.constantFrom('', 'Ünïcode', 'a -- b')),
      ),
      { maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 200 }), async (entries, pieceLength) => {
        const form = new FormData()
        for (const [key, value] of entries) form.append(key, value)
        expect(plain(await readBack(form, pieceLength))).toEqual(await expectedOf(form))
      }),
    )
  })

  it('keeps the order, and names that come twice', async () => {
    const form = formOf({ title: 'SOC 2' }, 'files', fileOf('b.pdf'), fileOf('b.pdf', '', 'x'))
    expect(await readBack(form)).toMatchObject([
      ['title', 'SOC 2'],
      ['files', { name: 'b.pdf', type: 'application/pdf', size: 8 }],
      ['files', { name: 'b.pdf', type: 'application/octet-stream', size: 1 }],
    ])
  })

  it('refuses what is no form, and what ends before its form does', async () => {
    const { pieces, contentType } = await sent(formOf({}, 'file', fileOf('a.pdf')), 10)
    await expect(readMultipart(pieces, 'application/json')).rejects.toThrow(TypeError)
    await expect(readMultipart([], contentType)).rejects.toThrow(TypeError)
    for (const kept of [1, pieces.length - 1])
      await expect(readMultipart(pieces.slice(0, kept), contentType)).rejects.toThrow(TypeError)
  })
})
