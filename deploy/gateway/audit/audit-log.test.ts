import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openAuditLog } from './audit-log.ts'
import { verifyChain } from './chain.ts'

let folder = ''
let path = ''
let count = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  count += 1
  path = join(folder, String(count), 'audit.jsonl')
})

const linesIn = async (): Promise<string[]> => {
  const text = await readFile(path, 'utf8')
  return text === '' ? [] : text.trimEnd().split('\n')
}

test('entries stand in the order in which they were given', async () => {
  const log = await openAuditLog(path)
  await Promise.all([1, 2, 3].map((number) => log.append({ number })))
  await log.close()
  const lines = await linesIn()
  expect(lines.map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([1, 2, 3])
  expect(await verifyChain(lines)).toMatchObject({ isWhole: true, lines: 3 })
})

test('a log goes on after a restart, without the rest of an entry that a crash has left', async () => {
  const first = await openAuditLog(path)
  await first.append({ number: 1 })
  await first.close()
  await appendFile(path, '{"number":2,"pre')
  const second = await openAuditLog(path)
  await second.append({ number: 3 })
  await second.close()
  expect(await verifyChain(await linesIn())).toMatchObject({ isWhole: true, lines: 2 })
})

test('a log whose last line was changed is not gone on with', async () => {
  const log = await openAuditLog(path)
  await log.append({ number: 1 })
  await log.close()
  await writeFile(path, (await readFile(path, 'utf8')).replace('"number":1', '"number":7'))
  await expect(openAuditLog(path)).rejects.toThrow('The last line of the audit log')
})

test('what cannot be written is an error', async () => {
  await expect(openAuditLog(folder)).rejects.toThrow('EISDIR')
})
