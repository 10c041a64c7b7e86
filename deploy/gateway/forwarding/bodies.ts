import type { Readable } from 'node:stream'
import type { OperationId } from '../../../src/domain/contract/operations.ts'

/** 200 MB of files, and the form around them. Bytes. */
export const MOST_BYTES = 210 * 1024 * 1024
/** The longest JSON that is read as a whole. A form with all its texts is far shorter. Bytes. */
const MOST_TEXT_BYTES = 4 * 1024 * 1024

const JSON_OPERATIONS: ReadonlySet<OperationId> = new Set<OperationId>([
  'updateVendorSecurityReview',
  'performSecurityReviewAction',
  'createVendorSecurityReview',
  'createVendorSecurityReviewV1',
])

/** Whether an operation's body is JSON, which is read as a whole. Other bodies are files. */
export const hasJsonBody = (operation: OperationId): boolean => JSON_OPERATIONS.has(operation)

/**
 * Reads a body of text as a whole.
 * @returns its bytes; undefined where it has more than 4 MB
 */
export const readText = async (body: Readable): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > MOST_TEXT_BYTES) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** @returns what JSON stands for; undefined where it is none, or no text in UTF-8 */
export const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
