import type { HttpHandler } from 'msw/http'
import { getResponse } from 'msw/utils/get-response'
import { FileChangedError, hasChangedFile } from '../src/lib/changed-files.ts'
import { pause } from './pause.ts'

/**
 * Carries forms with files within the page. XMLHttpRequest reports no progress where MSW answers
 * it, and a service worker is handed a copy of every byte.
 */

/** Bytes a second, for a good line and for the scenario `slow`. */
const SPEED = 40_000_000
const SLOW_SPEED = 1_000_000
/** Even the smallest form takes this long, so that its progress can be seen. */
const LEAST_MS = 300
const STEP_MS = 60
/** Rough size of the head of a part. */
const PART_HEAD_BYTES = 150

interface CarrierOptions {
  /** Called with the bytes that have left, several times a second. */
  onProgress?: ((progress: { sent: number; total: number }) => void) | undefined
  signal?: AbortSignal | undefined
}

const weightOf = (form: FormData): number => {
  let bytes = 0
  for (const [, value] of form)
    bytes += PART_HEAD_BYTES + (typeof value === 'string' ? value.length : value.size)
  return bytes
}

/** A request that holds its form as an object, so that no byte of a file is read. */
export class CarriedForm extends Request {
  readonly #form: FormData
  readonly #onProgress: CarrierOptions['onProgress']

  constructor(address: string, form: FormData, { onProgress, signal }: CarrierOptions) {
    super(address, { method: 'POST', signal: signal ?? null })
    this.#form = form
    this.#onProgress = onProgress
  }

  /** MSW clones each request that it handles. A true clone would lack the form. */
  override clone(): CarriedForm {
    return this
  }

  /**
   * Waits as long as the form would take to be sent, and reports the progress.
   * @throws the signal's reason when it is aborted before the whole form has arrived
   */
  async arrive(isSlow: boolean): Promise<FormData> {
    const total = weightOf(this.#form)
    const duration = Math.max(LEAST_MS, (total / (isSlow ? SLOW_SPEED : SPEED)) * 1_000)
    const started = performance.now()
    for (let elapsed = 0; elapsed < duration; elapsed = performance.now() - started) {
      this.#onProgress?.({ sent: Math.floor((total * elapsed) / duration), total })
      await pause(Math.min(STEP_MS, duration - elapsed), this.signal)
    }
    this.#onProgress?.({ sent: total, total })
    return this.#form
  }
}

/** Reads the form of a request in the page. */
export const readCarried = (request: Request, isSlow: boolean): Promise<FormData> =>
  request instanceof CarriedForm ? request.arrive(isSlow) : request.formData()

/** An answer as it came, not yet parsed. */
export interface CarriedAnswer {
  status: number
  header: (name: string) => string | null
  text: string
}

/**
 * Makes the function that sends a form to the service in the page.
 * @returns a function that answers null where the connection broke. It throws the signal's reason
 *   when it was aborted: the service has not acted if that was before the whole form had arrived. As
 *   a browser does, it sends no file that has changed since it was chosen (FileChangedError).
 */
export const formCarrier =
  (handlers: HttpHandler[]) =>
  async (
    address: string,
    form: FormData,
    options: CarrierOptions,
  ): Promise<CarriedAnswer | null> => {
    options.signal?.throwIfAborted()
    if (await hasChangedFile(form)) throw new FileChangedError()
    const response = await getResponse(handlers, new CarriedForm(address, form, options))
    options.signal?.throwIfAborted()
    if (!response || response.type === 'error') return null
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      text: await response.text(),
    }
  }
