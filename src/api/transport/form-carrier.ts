import { service } from '../../lib/services.ts'

/** The progress of a form with files. */
export interface FormProgress {
  /** Bytes sent, out of the whole form (its files and a little more). */
  sent: number
  total: number
}

/** An answer before it is read. */
export interface RawAnswer {
  status: number
  retryAfter: string | null
  text: string
  /** The headers Date, X-Sign-In and Content-Type, if the carrier knows them. */
  date?: string | null
  signIn?: string | null
  contentType?: string | null
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
