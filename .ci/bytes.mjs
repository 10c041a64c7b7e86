// Weighs what a browser loads before the list of reviews shows, gzip, and fails above the budget.
// Run it after both builds. It measures nothing that depends on the machine.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { stateOf, WEIGHT_BUDGETS } from '../e2e/bench/budgets.ts'
import { runStep } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Requests that no build shows: the list's data and the gateway's configuration. */
const ANSWERS = 2

/** The code of the list's route, in case it becomes a separate chunk again. */
const LIST = 'src/routes/index.tsx'
/** In the demo the mock has to run before the app. The worker is not in the build's graph. */
const MOCK = 'mocks/browser.ts'
const WORKER = 'mockServiceWorker.js'

/**
 * The scripts and styles that a page's HTML names, by their path below the root.
 * @param {string} html
 */
export const namedFiles = (html) =>
  [...html.matchAll(/\b(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file)

/**
 * The files that a page needs before it shows: those that its HTML names, those of some entries
 * that it imports at once, and all that these import in turn. Files that are imported on an
 * occasion, such as a dialog, do not count.
 * @param {Record<string, { file: string, imports?: string[], css?: string[] }>} manifest Vite's
 * @param {readonly string[]} named the files that the HTML names
 * @param {readonly string[]} entries keys of the manifest
 * @throws for an entry that the manifest lacks: a renamed one would otherwise weigh nothing
 */
export const filesOf = (manifest, named, entries) => {
  const files = new Set(named)
  const seen = new Set()
  const follow = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no "${key}": say in .ci/bytes.mjs what it is now.`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) follow(imported)
  }
  for (const [key, { file }] of Object.entries(manifest)) if (named.includes(file)) follow(key)
  for (const entry of entries) follow(entry)
  return [...files]
}

/**
 * Adds up the files of one kind.
 * @param {readonly string[]} files
 * @param {string} extension
 * @param {(file: string) => number} sizeOf bytes
 * @returns KB
 */
export const weightOf = (files, extension, sizeOf) =>
  files
    .filter((file) => file.endsWith(extension))
    .reduce((sum, file) => sum + sizeOf(file) / 1000, 0)

/** The files of a built mode, and their weights. */
const weigh = (mode) => {
  const folder = join(root, 'dist', mode)
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const list = Object.keys(manifest).filter((key) => key.startsWith(LIST))
  const files =
    mode === 'demo'
      ? [...filesOf(manifest, namedFiles(html), [...list, MOCK]), WORKER]
      : filesOf(manifest, namedFiles(html), list)
  const sizeOf = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length
  return {
    listed: files
      .map((file) => `${(sizeOf(file) / 1000).toFixed(1).padStart(7)} KB  ${file}`)
      .join('\n'),
    script: weightOf(files, '.js', sizeOf),
    style: weightOf(files, '.css', sizeOf),
    requests: 1 + files.length + ANSWERS,
  }
}

const check = () => {
  const [live, demo] = [weigh('live'), weigh('demo')]
  const rows = [
    [WEIGHT_BUDGETS.script, live.script],
    [WEIGHT_BUDGETS.demoScript, demo.script],
    [WEIGHT_BUDGETS.style, live.style],
    [WEIGHT_BUDGETS.requests, live.requests],
  ].map(([budget, value]) => ({ ...budget, value, state: stateOf(value, budget) }))
  for (const { name, unit, value, aim, limit, state } of rows)
    console.log(
      `${name.padEnd(34)}${value.toFixed(unit ? 1 : 0).padStart(7)} ${unit.padEnd(3)} aim ${aim}, limit ${limit}: ${state}`,
    )
  if (rows.every(({ value, limit }) => value <= limit)) return
  throw new Error(
    `The first page has become too heavy. It loads in live mode:\n${live.listed}\nand in the demo:\n${demo.listed}`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runStep(check)
