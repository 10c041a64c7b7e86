import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file) => readFileSync(join(root, file), 'utf8')

const POINTS = [...read('src/domain/contract/README.md').matchAll(/^(\d+)\. /gm)].map(([, point]) =>
  Number(point),
)

/** The points that a text cites: "contract, point 14", "points 1 to 3 and 17", "point 6 of the …". */
const citedIn = (text) =>
  [...text.matchAll(/\bpoints? (\d+(?:(?:,| and| to) \d+)*)/g)].flatMap(([, numbers = '']) =>
    numbers.split(/\D+/).map(Number),
  )

test('the contract numbers its points from 1 without a gap', () => {
  expect(POINTS.length).toBeGreaterThan(0)
  expect(POINTS).toEqual(POINTS.map((_, index) => index + 1))
})

test('citations are read in every form that they are written in', () => {
  expect(citedIn('a (contract, points 2, 3 and 7), b (points 1 to 3), c: point 6 of it')).toEqual([
    2, 3, 7, 1, 3, 6,
  ])
})

test('every point that a comment cites is one of the contract', () => {
  const files = globSync('{src,mocks,deploy,e2e}/**/*.{ts,tsx,md}', {
    cwd: root,
    exclude: (name) => /node_modules/.test(name),
  })
  const cited = files.flatMap((file) => citedIn(read(file)).map((point) => ({ file, point })))
  expect(cited.length).toBeGreaterThan(20)
  expect(cited.filter(({ point }) => !POINTS.includes(point))).toEqual([])
})
