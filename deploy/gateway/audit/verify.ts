import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { verifyChain } from './chain.ts'

/**
 * Verifies an audit log: node deploy/gateway/audit/verify.ts FILE [LAST_HASH]
 *
 * It says the first bad line, and ends with 1 where there is one. An end that was cut off is found
 * only with the hash of the last line, which has to be kept where the writer of the log cannot
 * change it.
 */
const [path, expectedHash] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('Usage: node deploy/gateway/audit/verify.ts FILE [LAST_HASH]\n')
  process.exit(2)
}
const lines = createInterface({ input: createReadStream(path), crlfDelay: 0 })
const found = await verifyChain(lines, expectedHash)
if (found.isWhole) {
  const note = expectedHash === undefined ? ' Whether its end was cut off is not known.' : ''
  process.stdout.write(
    `The log is whole: ${found.lines} lines, the last hash is ${found.lastHash}.${note}\n`,
  )
} else {
  process.stdout.write(`Line ${found.line} ${found.reason}.\n`)
  process.exitCode = 1
}
