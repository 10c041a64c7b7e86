import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BEGINNING, hashIn, linkTo, verifyChain } from './chain.ts'

const entry = fc.record({ user: fc.string(), what: fc.jsonValue() })

const written = (entries: readonly object[]): string[] => {
  const lines: string[] = []
  let previous = BEGINNING
  for (const given of entries) {
    const { line, hash } = linkTo(previous, given)
    lines.push(line)
    previous = hash
  }
  return lines
}

const log = fc.array(entry, { minLength: 2, maxLength: 8 }).map(written)
const withIndex = log.chain((lines) =>
  fc.tuple(fc.constant(lines), fc.nat({ max: lines.length - 1 })),
)

test('what was written is whole, and each line is JSON with the hash before it', async () => {
  await fc.assert(
    fc.asyncProperty(log, async (lines) => {
      const lastHash = hashIn(lines.at(-1) ?? '')
      expect(await verifyChain(lines)).toEqual({ isWhole: true, lines: lines.length, lastHash })
      const hashes = lines.map((line) => JSON.parse(line) as { previous: string; hash: string })
      expect(hashes.slice(1).map(({ previous }) => previous)).toEqual(
        hashes.slice(0, -1).map(({ hash }) => hash),
      )
    }),
  )
})

test('a changed line is found', async () => {
  const changed = withIndex.chain(([lines, index]) =>
    fc.tuple(
      fc.constant(lines),
      fc.constant(index),
      fc.nat({ max: (lines[index]?.length ?? 1) - 1 }),
      fc.constantFrom('x', '0', '"', ' '),
    ),
  )
  await fc.assert(
    fc.asyncProperty(changed, async ([lines, index, place, letter]) => {
      const line = lines[index] ?? ''
      fc.pre(line[place] !== letter)
      const forged = lines.with(index, line.slice(0, place) + letter + line.slice(place + 1))
      expect(await verifyChain(forged)).toMatchObject({ isWhole: false, line: index + 1 })
    }),
  )
})

test('a missing line is found where others follow it', async () => {
  await fc.assert(
    fc.asyncProperty(withIndex, async ([lines, index]) => {
      fc.pre(index < lines.length - 1)
      expect(await verifyChain(lines.toSpliced(index, 1))).toMatchObject({
        isWhole: false,
        line: index + 1,
      })
    }),
  )
})

test('swapped, repeated and inserted lines are found', async () => {
  await fc.assert(
    fc.asyncProperty(withIndex, entry, async ([lines, index], another) => {
      const [first = '', second = ''] = lines
      const swapped = [second, first, ...lines.slice(2)]
      const repeated = lines.toSpliced(index, 0, lines[index] ?? '')
      const before = index === 0 ? BEGINNING : (hashIn(lines[index - 1] ?? '') ?? '')
      const inserted = lines.toSpliced(index, 0, linkTo(before, { ...another, extra: true }).line)
      expect(await verifyChain(swapped)).toMatchObject({ isWhole: false, line: 1 })
      expect(await verifyChain(repeated)).toMatchObject({ isWhole: false, line: index + 2 })
      expect(await verifyChain(inserted)).toMatchObject({ isWhole: false, line: index + 2 })
    }),
  )
})

test('an end that was cut off is found by the expected hash alone', async () => {
  await fc.assert(
    fc.asyncProperty(log, async (lines) => {
      const cut = lines.slice(0, -1)
      expect(await verifyChain(cut)).toMatchObject({ isWhole: true })
      expect(await verifyChain(cut, hashIn(lines.at(-1) ?? ''))).toMatchObject({
        isWhole: false,
        line: lines.length,
      })
    }),
  )
})
