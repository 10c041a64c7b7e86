import { type DocumentIds, MOST_FILE_BYTES } from '../domain/contract/gateway-files.ts'
import { operationAt } from './transport/operation-at.ts'
import { callForBytes, type FileProgress } from './transport/read-bytes.ts'
import { repeatWhileBusy } from './transport/repeat.ts'

interface ReadOptions {
  signal: AbortSignal
  /** Called whenever a piece of the file has come. */
  onProgress: (progress: FileProgress) => void
}

/**
 * Reads the file of a vendor's document through the gateway, which fetches it from where it lies. While
 * the service is busy the request is repeated; a file that has begun to come is not.
 * @throws ApiError for every answer that is not the file, for none, and with 413 for a file of more than
 *   200 MB; the signal's own reason when it was aborted
 */
export const readDocumentFile = (
  ids: DocumentIds,
  options: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> => {
  const request = { ...operationAt('getDocumentFile', ids), ...options, most: MOST_FILE_BYTES }
  return repeatWhileBusy(request, () => callForBytes(request))
}
