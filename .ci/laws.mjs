// Runs the laws at length: the conservation of words, of uploads, and of creations. "npm test" runs
// a part of the same stories. The stories about words are divided among the processors.
//
// RUNS: how many stories of each law. SEED: which stories. RUN repeats one story, by its number.
import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const RUNS = Number(process.env.RUNS || 20_000)
const CONSERVATION = 'src/editing/conservation.test.ts'
/** All other files of laws: those that use src/testing/laws.ts. */
const OTHERS = globSync('src/**/*.test.ts', { cwd: root }).filter((file) =>
  /from '[./]+\/testing\/laws\.ts'/.test(readFileSync(join(root, file), 'utf8')),
)

/** Pages that are shown with generated answers. */
const PAGES = globSync('src/app/generated-*.test.tsx', { cwd: root })

/**
 * Runs the stories of one file.
 * @param {string} file
 * @param {Record<string, string>} env
 * @returns {Promise<boolean>} whether the law holds
 */
const play = (file, env) =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      // The verbose reporter alone: the report that "npm test" counts stays as it is.
      ['node_modules/vitest/vitest.mjs', 'run', file, '--reporter=verbose'],
      { cwd: root, env: { RUNS: String(RUNS), ...process.env, ...env } },
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part
      })
    child.on('close', (status) => {
      process.stdout.write(output)
      resolve(status === 0)
    })
  })

/** With more stories than these, one process needs too much memory. */
const LARGEST_SHARE = 10_000

const processors = availableParallelism()
const share = Math.min(LARGEST_SHARE, Math.ceil(RUNS / processors))
const { RUN } = process.env
const shares = RUN
  ? [{}]
  : Array.from({ length: Math.ceil(RUNS / share) }, (_, index) => ({
      FROM: String(index * share),
      RUNS: String(Math.min(share, RUNS - index * share)),
    }))
const jobs = [
  ...OTHERS.map((file) => () => play(file, {})),
  ...(RUN ? [] : PAGES.map((file) => () => play(file, { PAGES: '500' }))),
  ...shares.map((env) => () => play(CONSERVATION, env)),
]

let holds = true
const work = async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) if (!(await job())) holds = false
}
const begun = Date.now()
await Promise.all(Array.from({ length: processors }, work))
const played = RUN ? `Story ${RUN}` : `${RUNS} stories`
console.log(`${played} of each law in ${Math.round((Date.now() - begun) / 1000)} s.`)
process.exitCode = holds ? 0 : 1
