import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const command = fileURLToPath(new URL('./read-report.ts', import.meta.url))
const sample = (name: string): string =>
  fileURLToPath(new URL(`./domain/evidence/samples/${name}.pdf`, import.meta.url))
const LETTER = sample('13-alder-point-payroll-bridge-letter')
const SCAN = sample('12-westmere-payments-scan')
const REPORT = sample('08-bandicoot-metering-soc2-type2-no-subservice')

const folder = mkdtempSync(join(tmpdir(), 'reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A PDF that is encrypted with a password that nobody knows. */
const LOCKED = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>endobj
trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]>>
%%EOF`

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('a report is printed with its values, quotes, pages and the count of its tests', () => {
  const { status, stdout, stderr } = run(REPORT)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toContain('Kind: SOC report')
  expect(stdout).toContain('Report issue date: 2026-05-30\n    “30 May 2026”, page 4')
  expect(stdout).toContain('Audit date: not found')
  expect(stdout).toContain('Subservice organizations: none')
  expect(stdout).toContain(
    'Tests of controls: 16 without exception, 5 with an exception, 1 not tested, 0 not understood',
  )
}, 30_000)

test('a file that cannot be read is named in a sentence, and the others are read', () => {
  const out = join(folder, 'out')
  const { status, stderr } = run(
    '--out',
    out,
    fileOf('notes.pdf', 'These are notes.'),
    fileOf('broken.pdf', '%PDF-1.7\nnothing that follows is an object'),
    fileOf('locked.pdf', LOCKED),
    join(folder, 'missing.pdf'),
    folder,
    SCAN,
    LETTER,
  )
  expect(status).toBe(1)
  const problems = stderr
    .trim()
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf(': ') + 2))
  expect(problems).toEqual([
    'it is not a PDF.',
    'it is damaged.',
    'it needs a password; save a copy without one.',
    'there is no such file.',
    'it is a folder.',
    'it is a scan without text.',
  ])
  expect(readdirSync(out).toSorted()).toEqual([
    '12-westmere-payments-scan.pred.json',
    '13-alder-point-payroll-bridge-letter.pred.json',
  ])
  expect(
    JSON.parse(readFileSync(join(out, '13-alder-point-payroll-bridge-letter.pred.json'), 'utf8')),
  ).toMatchObject({
    kind: 'bridge',
    sections: {
      reviewerInformation: { reportIssueDate: { value: null } },
      findings: { findings: { value: [] } },
    },
  })
}, 30_000)

test('JSON is one object for one file, and a list for several', () => {
  expect(JSON.parse(run('--json', LETTER).stdout)).toMatchObject({ kind: 'bridge' })
  expect(JSON.parse(run('--json', LETTER, SCAN).stdout)).toMatchObject([
    { kind: 'bridge' },
    { kind: 'scan' },
  ])
}, 30_000)

test.each([[[]], [['--yaml', LETTER]], [['--out', '', LETTER]]])(
  'wrong arguments are refused: %j',
  (args) => {
    const { status, stdout, stderr } = run(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('usage: npm run read-report')
  },
)
