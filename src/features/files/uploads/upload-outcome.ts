import type { ListedFile } from '../../../api/once/files/file-accounts.ts'
import type { FileFate } from '../../../api/once/files/send-files.ts'
import { ApiError, isRefusal, NO_CONNECTION } from '../../../api/transport/api-error.ts'
import { explainError } from '../../../api/transport/explain-error.ts'
import { type Change, IDLE, type Item, WAITING } from './upload-items.ts'

const NOT_SENT =
  'There was no connection, so this file was not sent. Retry when the connection is back.'
const UNASKED =
  'The connection was lost before Drata confirmed this file. Retry when the connection is back; Countersign first checks whether the file arrived.'
/** How many new names of a list are told. */
const MOST_NAMES = 3
const TOO_LATE = 'It was too late to cancel: this file had already arrived.'

const hasChanged = (error: unknown): boolean => error instanceof ApiError && error.isFileChanged

/** The sentence for a file that may be one of these in the list. */
const unsureSentence = (candidates: readonly ListedFile[]): string => {
  const names = candidates.flatMap(({ name }) => (name === null ? [] : [`“${name}”`]))
  const told = names.slice(0, MOST_NAMES).join(', ')
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
  const areNew = told === '' ? '' : ` New there: ${told}${more}.`
  return `Drata did not confirm this file, but it may have arrived. Look for it in the list, under this name or another.${areNew} If it is not there, retry.`
}

/** The sentence for a file that did not arrive. */
const sentenceFor = ({ error, trace }: FileFate & { outcome: 'absent' }): string => {
  if (hasChanged(error)) return explainError(error).sentence
  if (trace) return `This file did not arrive. ${explainError(error).sentence}`
  const isUnreached = error instanceof ApiError && error.status === NO_CONNECTION
  return isUnreached ? NOT_SENT : explainError(error).sentence
}

/** Puts a file back in line as if it had never been sent. */
const again = (batch: number): Change => ({
  batch,
  unclear: null,
  isTakenBack: false,
  isWanted: false,
  upload: WAITING,
})

interface Circumstances {
  /** The batch number for a retry. */
  batch: number
  /** Its request was aborted because another of its files was canceled. */
  isCut: boolean
}

/** The change to a file after its request has ended. */
export const changeFor = (item: Item, fate: FileFate, { batch, isCut }: Circumstances): Change => {
  const over = { isTakenBack: false, isWanted: false }
  const { outcome } = fate
  if (outcome === 'done')
    return {
      ...over,
      unclear: null,
      upload: {
        ...IDLE,
        state: 'uploaded',
        sent: item.file.size,
        sentence: item.isTakenBack ? TOO_LATE : null,
      },
    }
  const state = item.isTakenBack ? 'canceled' : 'failed'
  if (outcome === 'unsure') {
    const { trace, candidates } = fate
    const sentence = candidates === null ? UNASKED : unsureSentence(candidates)
    return {
      ...over,
      unclear: { trace, shown: candidates },
      upload: { ...IDLE, state, sentence },
    }
  }
  if (item.isWanted || (isCut && !item.isTakenBack)) return again(batch)
  return {
    ...over,
    unclear: fate.trace && { trace: fate.trace, shown: null },
    upload: {
      ...IDLE,
      state,
      isChanged: hasChanged(fate.error),
      sentence: item.isTakenBack ? null : sentenceFor(fate),
      requestId: item.isTakenBack ? null : explainError(fate.error).requestId,
    },
  }
}

/** The change to a file after the lookup that a retry starts with. */
export const changeForRetry = (item: Item, fate: FileFate, batch: number): Change => {
  // The analyst has seen the possible matches and wants to send it anyway.
  const isDecided =
    fate.outcome === 'unsure' &&
    fate.candidates !== null &&
    fate.candidates.every(({ id }) => item.unclear?.shown?.some((shown) => shown.id === id)) &&
    item.unclear?.shown !== null
  const isMeant = !item.isTakenBack && (fate.outcome === 'absent' || isDecided)
  return isMeant ? again(batch) : changeFor(item, fate, { batch, isCut: false })
}

/** Whether one file among several may have caused the failure. */
export const mayBeOneOfThem = (fate: FileFate): boolean =>
  fate.outcome === 'absent' &&
  fate.error instanceof ApiError &&
  (fate.error.isFileChanged ||
    fate.error.isRefusedOnTheWay ||
    isRefusal(fate.error, 400, 413, 415, 422))
