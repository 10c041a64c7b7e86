import { Transform, type Writable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { MOST_BYTES } from './bodies.ts'

/** A file of an upload, for the audit log. */
export interface UploadedFile {
  name: string
  bytes: number
}

/** The body of an upload on its way to the service. */
export interface Upload {
  /** What comes in leaves it unchanged. It fails above 210 MB. */
  stream: Transform
  /** The files so far. */
  files: UploadedFile[]
  bytes: () => number
  isTooLarge: () => boolean
}

const LONGEST_NAME = 255
/** An upload of the app has a few fields, and ten files at the most. */
const LIMITS = { fields: 100, fieldSize: 1024, files: 200, parts: 300, headerPairs: 20 }

/** Reads the names and the sizes of the files in a form. It keeps nothing of them. */
const createReader = (contentType: string, files: UploadedFile[]): Writable | undefined => {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined
  try {
    const reader = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS })
    reader.on('file', (_field, stream, name) => {
      const file = { name: (name ?? '').slice(0, LONGEST_NAME), bytes: 0 }
      files.push(file)
      stream.on('data', (chunk: Buffer) => {
        file.bytes += chunk.length
      })
      stream.on('error', () => undefined)
    })
    return reader
  } catch {
    // A form without a boundary. The service says what is wrong with it.
    return undefined
  }
}

/**
 * Watches an upload that is streamed to the service. A form that cannot be read passes all the same,
 * since the service decides about it.
 * @param contentType of the request; empty where it has none
 */
export const watchUpload = (contentType: string): Upload => {
  const files: UploadedFile[] = []
  let bytes = 0
  let reader = createReader(contentType, files)
  let goOn: (() => void) | undefined
  const release = (): void => {
    goOn?.()
    goOn = undefined
  }
  const giveUp = (): void => {
    reader = undefined
    release()
  }
  reader?.on('error', giveUp)
  reader?.on('finish', giveUp)
  reader?.on('drain', release)
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length
      if (bytes > MOST_BYTES) {
        done(new Error('The upload is too large.'))
        return
      }
      const pass = (): void => done(null, chunk)
      if (!reader || reader.write(chunk)) pass()
      else goOn = pass
    },
    flush: (done) => {
      reader?.end()
      done()
    },
  })
  return { stream, files, bytes: () => bytes, isTooLarge: () => bytes > MOST_BYTES }
}
