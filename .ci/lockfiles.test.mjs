import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

/** Packages with an install script, and why nothing is missed when it does not run. */
const SCRIPTED = {
  // The binary that the script would compile is included (macOS alone).
  fsevents: 'node_modules/fsevents',
  // Reports the installation to a third party.
  scarf: 'node_modules/@scarf/scarf',
}

describe.each(['', 'e2e/prism/', '.ci/mutants/'])('the dependencies in "./%s"', (folder) => {
  const manifest = JSON.parse(read(`${folder}package.json`))
  const lock = JSON.parse(read(`${folder}package-lock.json`))
  const { '': root, ...packages } = lock.packages
  const pathsWhere = (isSo) =>
    Object.entries(packages)
      .filter(([, entry]) => isSo(entry))
      .map(([path]) => path)

  test('have exact versions, and the lockfile agrees', () => {
    for (const kind of ['dependencies', 'devDependencies']) {
      expect(root[kind]).toEqual(manifest[kind])
      for (const [name, version] of Object.entries(manifest[kind] ?? {}))
        expect({ name, version: packages[`node_modules/${name}`].version }).toEqual({
          name,
          version,
        })
    }
  })

  test('are each recorded by their content, and not by where they were downloaded', () => {
    expect(pathsWhere(({ integrity = '' }) => !integrity.startsWith('sha512-'))).toEqual([])
    expect(pathsWhere(({ resolved }) => resolved !== undefined)).toEqual([])
  })

  test('need no install script, and npm runs none', () => {
    expect(Object.values(SCRIPTED)).toEqual(
      expect.arrayContaining(pathsWhere(({ hasInstallScript }) => hasInstallScript)),
    )
    expect(read(`${folder}.npmrc`).split('\n')).toContain('ignore-scripts=true')
  })

  test('leave no script of ours unrun: npm leaves out what begins with "pre" or "post"', () => {
    const around = Object.keys(manifest.scripts ?? {}).filter((name) => /^(pre|post)/.test(name))
    expect(around.filter((name) => name.replace(/^(pre|post)/, '') in manifest.scripts)).toEqual([])
  })
})
