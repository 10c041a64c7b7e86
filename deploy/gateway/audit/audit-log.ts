import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BEGINNING, hashIn, linkTo } from './chain.ts'

/** A log in which each entry is on the disk before {@link AuditLog.append} is done. */
export interface AuditLog {
  /**
   * Writes an entry.
   * @throws an Error where it could not be written; the next entry tries anew
   */
  append: (entry: object) => Promise<void>
  close: () => Promise<void>
}

/** The last line is looked for in this many bytes. An entry is far shorter. */
const TAIL_BYTES = 256 * 1024

const NOT_WHOLE = 'The last line of the audit log is not as it was written. Move the file away.'

/**
 * Finds where the log goes on. An end without a line break is what a crash has left of an entry
 * that nothing was forwarded for, so it is cut off.
 * @returns the hash of the last line
 */
const continueFrom = async (file: FileHandle): Promise<string> => {
  const { size } = await file.stat()
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES))
  await file.read(tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf('\n')
  await file.truncate(size - tail.length + end + 1)
  if (end < 0) {
    if (size > TAIL_BYTES) throw new Error(NOT_WHOLE)
    return BEGINNING
  }
  const start = end === 0 ? 0 : tail.lastIndexOf('\n', end - 1) + 1
  const hash = hashIn(tail.toString('utf8', start, end))
  if (hash === undefined) throw new Error(NOT_WHOLE)
  return hash
}

const openFile = async (path: string): Promise<{ file: FileHandle; previous: string }> => {
  await mkdir(dirname(path), { recursive: true })
  const reader = await open(path, 'a+', 0o600)
  await reader.close()
  const file = await open(path, 'r+')
  try {
    const previous = await continueFrom(file)
    await file.close()
    return { file: await open(path, 'a'), previous }
  } catch (error) {
    await file.close()
    throw error
  }
}

/**
 * Opens an audit log, and goes on behind its last line. One process may write to a file at a time.
 * @throws an Error where the file cannot be written, or its last line is not as it was written
 */
export const openAuditLog = async (path: string): Promise<AuditLog> => {
  let opened: { file: FileHandle; previous: string } | undefined = await openFile(path)
  let last: Promise<void> = Promise.resolve()

  const write = async (entry: object): Promise<void> => {
    opened ??= await openFile(path)
    const { file, previous } = opened
    const { line, hash } = linkTo(previous, entry)
    try {
      await file.appendFile(`${line}\n`)
      await file.datasync()
      opened.previous = hash
    } catch (error) {
      // Part of the line may be there. Opening the file anew cuts that off.
      opened = undefined
      await file.close().catch(() => undefined)
      throw error
    }
  }

  return {
    append: (entry) => {
      // One after the other, since each line names the one before it.
      const written = last.then(() => write(entry))
      last = written.catch(() => undefined)
      return written
    },
    close: async () => {
      await last
      await opened?.file.close()
      opened = undefined
    },
  }
}
