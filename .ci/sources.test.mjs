import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { SOURCES } from './sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The local files that a file imports, from the root. */
const importsOf = (file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(
    ([, path = '']) => relative(root, join(root, dirname(file), path)),
  )

test('a build is made again when anything that it imports has changed', () => {
  const files = ['vite.config.ts', ...globSync('{src,mocks,deploy}/**/*.{ts,tsx}', { cwd: root })]
  const outside = files
    .filter((file) => !file.includes('.test.'))
    .flatMap(importsOf)
    .filter((path) => !SOURCES.some((source) => path === source || path.startsWith(`${source}/`)))
  expect(outside).toEqual([])
  expect(SOURCES).toEqual(expect.arrayContaining(['tsconfig.json', 'package.json', 'index.html']))
})
