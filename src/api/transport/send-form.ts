import type * as z from 'zod/mini'
import { WRITE_ID } from '../../domain/contract/gateway-headers.ts'
import { FileChangedError, hasChangedFile } from '../../lib/changed-files.ts'
import { newId } from '../../lib/ids.ts'
import { ApiError, NO_CONNECTION } from './api-error.ts'
import { type FormCarrier, type FormProgress, formCarrier } from './form-carrier.ts'
import { ANSWER_LIMIT_MS, asWrite } from './http.ts'
import type { OperationAt } from './operation-at.ts'
import { readAnswer } from './read-answer.ts'

export interface FormRequest<T> extends OperationAt {
  form: FormData
  /** The tolerant schema that reads the answer. */
  schema: z.ZodMiniType<T>
  onProgress?: ((progress: FormProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * Sends a form with XMLHttpRequest, since fetch reports no upload progress. The browser reads the
 * files from disk while sending, so memory use does not grow with their size. A connection that
 * stalls is given up, however long the whole upload may take.
 */
export const carryByXhr: FormCarrier = (address, form, { onProgress, signal }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    const giveUp = (): void => {
      resolve(null)
      abort()
    }
    let timer = setTimeout(giveUp, ANSWER_LIMIT_MS.write)
    signal?.addEventListener('abort', abort, { once: true })
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, ANSWER_LIMIT_MS.write)
      onProgress?.({ sent: loaded, total })
    })
    request.addEventListener('loadend', () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    })
    request.addEventListener('load', () =>
      resolve({
        status: request.status,
        header: (name) => request.getResponseHeader(name),
        text: request.responseText,
      }),
    )
    // Browsers do not say that a file could not be read.
    request.addEventListener('error', () => {
      void hasChangedFile(form).then((hasChanged) =>
        hasChanged ? reject(new FileChangedError()) : resolve(null),
      )
    })
    request.addEventListener('abort', () => reject(signal?.reason as Error))
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader(WRITE_ID, newId())
    request.send(form)
  })

/**
 * Sends a form with files, same-origin and once; the caller decides whether to repeat it.
 *
 * @returns the answer, read with the schema
 * @throws ApiError for every answer that cannot be used and for no answer; the signal's own reason
 *   when it was aborted
 */
export const sendForm = async <T>(request: FormRequest<T>): Promise<T> => {
  const { operation, path, form, schema } = request
  const carry = formCarrier() ?? carryByXhr
  const askedAt = performance.now()
  const answer = await asWrite(path, () => carry(`/api${path}`, form, request)).catch(
    (cause: unknown) => {
      // It may have changed after the last byte was sent, so the outcome is as open as without it.
      if (cause instanceof FileChangedError)
        throw new ApiError(operation, { status: NO_CONNECTION, isFileChanged: true, cause })
      throw cause
    },
  )
  if (!answer) throw new ApiError(operation, { status: NO_CONNECTION })
  return readAnswer(answer, { operation, schema, askedAt })
}
