import { service } from '../../lib/services.ts'
import type { RawAnswer } from './read-answer.ts'

/** The progress of a form with files. */
export interface FormProgress {
  /** Bytes sent, out of the whole form (its files and a little more). */
  sent: number
  total: number
}

/**
 * Sends a form to an address.
 * @returns the answer; null if there was none
 * @throws FileChangedError if a file has changed since it was chosen; the signal's reason when it was
 *   aborted
 */
export type FormCarrier = (
  address: string,
  form: FormData,
  options: {
    onProgress?: ((progress: FormProgress) => void) | undefined
    signal?: AbortSignal | undefined
  },
) => Promise<RawAnswer | null>

/**
 * Replaces the browser's requests for sending forms, if set. The demo's service runs inside the
 * page, where a browser request would report no progress.
 */
export const formCarrier = service((): FormCarrier | undefined => undefined)
