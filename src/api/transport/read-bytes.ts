import * as z from 'zod/mini'
import { FILE_TYPE } from '../../domain/contract/gateway-files.ts'
import { ANSWER_MARK, type AnswerMark } from '../../domain/contract/gateway-headers.ts'
import { ApiError, NO_CONNECTION } from './api-error.ts'
import { noteAnswer } from './connection.ts'
import { limitSilence, type Question, rawAnswerOf, send } from './http.ts'
import { readAnswer } from './read-answer.ts'

/** How much of a file has come, in bytes. */
export interface FileProgress {
  loaded: number
  /** null where nobody says how large the file is. */
  total: number | null
}

export interface BytesRequest extends Question {
  /** The largest file that is read, in bytes. */
  most: number
  onProgress?: ((progress: FileProgress) => void) | undefined
}

/** Whether an answer is the file. Every other one is read as those of all requests are. */
const isFile = ({ status, headers }: Response): boolean =>
  status === 200 &&
  headers.get(ANSWER_MARK) === ('forwarded' satisfies AnswerMark) &&
  headers.get('content-type') === FILE_TYPE

/** The size of a file in bytes; null where it is not said, or is that of a compressed copy. */
const sizeOf = ({ headers }: Response): number | null => {
  const length = headers.get('content-length')
  return length === null || headers.has('content-encoding') ? null : Number(length)
}

const join = (pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

interface Reading {
  most: number
  limited: AbortSignal
  onPiece: (loaded: number) => void
}

/**
 * Reads a body piece by piece.
 * @returns undefined as soon as it is larger than it may be
 * @throws where it breaks off; the signal's reason when that is aborted
 */
const readBody = async (
  body: Response['body'],
  { most, limited, onPiece }: Reading,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const pieces: Uint8Array[] = []
  let loaded = 0
  const reader = body?.getReader()
  const leave = (): void => void reader?.cancel().catch(() => undefined)
  limited.addEventListener('abort', leave, { once: true })
  try {
    for (;;) {
      const piece = await reader?.read()
      limited.throwIfAborted()
      if (!piece || piece.done) return join(pieces, loaded)
      loaded += piece.value.length
      if (loaded > most) return undefined
      pieces.push(piece.value)
      onPiece(loaded)
    }
  } finally {
    limited.removeEventListener('abort', leave)
    leave()
  }
}

/**
 * Asks for a file, same-origin and once, and reads its bytes as they come. It is stored nowhere. A
 * connection that stalls is given up, however long the whole file may take.
 * @throws ApiError for every answer that is not the file, for none, and with 413 for a file that is too
 *   large; the signal's own reason when it was aborted
 */
export const callForBytes = async (request: BytesRequest): Promise<Uint8Array<ArrayBuffer>> => {
  const { operation, signal, most, onProgress } = request
  const { limited, renew, end } = limitSilence(request)
  try {
    const askedAt = performance.now()
    const response = await send(request, limited, `${FILE_TYPE}, application/json`)
    if (!isFile(response)) {
      const raw = await rawAnswerOf(response, signal)
      return readAnswer(raw, { operation, schema: z.never(), askedAt })
    }
    const { headers, body } = response
    noteAnswer(headers.get('date'), askedAt)
    const total = sizeOf(response)
    if (total !== null && total > most) {
      void body?.cancel()
      throw new ApiError(operation, { status: 413 })
    }
    const onPiece = (loaded: number): void => {
      renew()
      onProgress?.({ loaded, total })
    }
    const bytes = await readBody(body, { most, limited, onPiece }).catch((cause: unknown) => {
      if (signal?.aborted) throw cause
      throw new ApiError(operation, { status: NO_CONNECTION, cause })
    })
    if (!bytes) throw new ApiError(operation, { status: 413 })
    return bytes
  } finally {
    end()
  }
}
