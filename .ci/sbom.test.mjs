import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packagesOf } from './licenses.mjs'
import { withoutTools } from './sbom.mjs'

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))

test('the bill of materials is made of the packages of the app, and of no tool', () => {
  const { manifest, lock } = withoutTools(read('package.json'), read('package-lock.json'))
  const kept = packagesOf(lock)
  const names = kept.map(({ name }) => name.replace(/ .*$/, ''))
  expect(kept.filter(({ isTool }) => isTool)).toEqual([])
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)))
  expect(manifest).not.toHaveProperty('devDependencies')
  expect(lock.packages['']).not.toHaveProperty('devDependencies')
})
