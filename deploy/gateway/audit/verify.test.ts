import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuditLog } from './audit-log.ts'
import { hashIn } from './chain.ts'

const command = fileURLToPath(new URL('verify.ts', import.meta.url))
let folder = ''
let path = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'))
  path = join(folder, 'audit.jsonl')
  const log = await openAuditLog(path)
  for (const user of ['ada', 'ben', 'cleo']) await log.append({ user })
  await log.close()
})
afterAll(() => rm(folder, { recursive: true }))

const verify = (...args: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  return { status, stdout }
}

test('the command says that a log is whole, or its first bad line', async () => {
  const text = await readFile(path, 'utf8')
  const lines = text.trimEnd().split('\n')
  const lastHash = hashIn(lines.at(-1) ?? '') ?? ''
  expect(verify(path)).toMatchObject({ status: 0 })
  expect(verify(path, lastHash).stdout).toBe(
    `The log is whole: 3 lines, the last hash is ${lastHash}.\n`,
  )
  await writeFile(path, text.replace('ben', 'eve'))
  expect(verify(path)).toEqual({
    status: 1,
    stdout: 'Line 2 was changed, or does not follow the line before it.\n',
  })
  await writeFile(path, `${lines.slice(0, 2).join('\n')}\n`)
  expect(verify(path, lastHash)).toMatchObject({ status: 1 })
})
