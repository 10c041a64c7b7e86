// Runs all checks but the browser tests. "npm run check -- lint unit" runs the named steps alone,
// "npm run check -- --fix" formats the sources.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runStep } from './npm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} path below node_modules */
const tool = (path) => join('node_modules', path)

/**
 * The steps by name, each with the arguments of Node. The steps of a stage run side by side. The
 * first ones use one processor each, and find most faults within half a minute.
 */
export const STAGES = [
  {
    types: [tool('typescript/bin/tsc'), '-p', '.'],
    lint: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
    format: [tool('@biomejs/biome/bin/biome'), 'check'],
    licences: ['.ci/licenses.mjs'],
  },
  { unit: [tool('vitest/vitest.mjs'), 'run'] },
  { builds: ['.ci/build.mjs', 'demo', 'live'] },
  { weight: ['.ci/bytes.mjs'] },
]

/**
 * The stages, reduced to the steps that are asked for.
 * @param {readonly string[]} names none for all
 * @throws for an unknown step
 */
export const stagesOf = (names) => {
  const known = STAGES.flatMap((stage) => Object.keys(stage))
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`There is no step "${unknown.join(', ')}": the steps are ${known.join(', ')}.`)
  return STAGES.map((stage) =>
    Object.entries(stage).filter(([name]) => names.length === 0 || names.includes(name)),
  ).filter((stage) => stage.length > 0)
}

/** Formats the sources, where the step of that name only checks them. */
const FIX = [...STAGES[0].format, '--write']

/**
 * The stages for the arguments of the command: names of steps, or --fix alone.
 * @param {readonly string[]} args
 * @throws for an unknown step or option
 */
export const stagesFor = (args) =>
  args.length === 1 && args[0] === '--fix' ? [[['format', FIX]]] : stagesOf(args)

/**
 * Runs a step. Its output is shown once it has ended, so that steps side by side do not mix.
 * @returns {Promise<boolean>} whether it succeeded
 */
const run = ([name, args]) =>
  new Promise((resolve) => {
    const begun = Date.now()
    const child = spawn(process.execPath, args, { cwd: root })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part
      })
    child.on('close', (status) => {
      process.stdout.write(output)
      const seconds = Math.round((Date.now() - begun) / 1000)
      console.log(`— ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s`)
      resolve(status === 0)
    })
  })

const main = async () => {
  for (const stage of stagesFor(process.argv.slice(2))) {
    const results = await Promise.all(stage.map(run))
    if (!results.every(Boolean)) throw new Error('The lines above say what is wrong.')
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runStep(main)
