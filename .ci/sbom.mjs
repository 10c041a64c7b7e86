// Writes the software bill of materials of what the app ships, as npm makes it (CycloneDX). npm
// gets the app without its tools. With "--omit=dev" it would also leave out everything that a tool
// uses too, such as React (npm 11.19).
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm, runStep } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'dist', 'reports')

/**
 * A manifest and its lockfile without the packages for development.
 * @param {{ name: string, devDependencies?: object }} manifest
 * @param {{ packages: Record<string, { dev?: boolean, devDependencies?: object }> }} lock
 */
export const withoutTools = ({ devDependencies: _, ...manifest }, lock) => {
  const { '': app = {}, ...packages } = lock.packages
  const { devDependencies: _tools, ...shipped } = app
  const kept = Object.entries(packages).filter(([, { dev }]) => !dev)
  return { manifest, lock: { ...lock, packages: { '': shipped, ...Object.fromEntries(kept) } } }
}

const writeSbom = () => {
  const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const { manifest, lock } = withoutTools(read('package.json'), read('package-lock.json'))
  const parent = mkdtempSync(join(tmpdir(), 'sbom-'))
  // npm names the app after its folder.
  const folder = join(parent, manifest.name)
  const file = join(reports, 'sbom.json')
  mkdirSync(folder)
  mkdirSync(reports, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const output = openSync(file, 'w')
  try {
    const options = ['--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application']
    npm(['sbom', ...options], folder, output)
  } finally {
    closeSync(output)
    rmSync(parent, { recursive: true, force: true })
  }
  console.log(`${file}: ${JSON.parse(readFileSync(file, 'utf8')).components.length} packages`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runStep(writeSbom)
