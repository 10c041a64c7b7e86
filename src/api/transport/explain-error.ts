import type { Operation } from '../../domain/contract/operations.ts'
import { ApiError, NO_CONNECTION } from './api-error.ts'
import { OPERATIONS } from './operation-at.ts'

/** What the page shows about an error. */
export interface Explanation {
  title: string
  /** What happened and what to do about it. */
  sentence: string
  /** Whether trying again without changing anything may help. */
  canRetry: boolean
  /** The gateway's name for the request, for those who look it up; null if there is none. */
  requestId: string | null
}

/**
 * The full stop at the end of a sentence. The lookbehind keeps the match linear on long rows of
 * dots.
 */
const END = /(?<![.!?])[.!?]+$/

/**
 * The service's message after a colon, ending in one full stop; only the full stop if there is no
 * message.
 */
const inItsWords = (said: string | null): string =>
  said === null ? '.' : `: ${said.replace(END, '')}.`

type Sentence = (error: ApiError, operation: Operation) => string

const seconds = (count: number): string => `${count} second${count === 1 ? '' : 's'}`

interface StatusEntry {
  title: string
  sentence: Sentence
  canRetry?: boolean
}

/** Who looks after the gateway, and knows what stands around it. */
const ADMINISTRATOR = 'the administrator who runs Countersign'

const SERVER_ERROR: StatusEntry = {
  title: 'Drata has a problem',
  sentence: (_, { does }) =>
    `Drata could not ${does} because of an error on its side. Try again; if it keeps happening, contact Drata’s support.`,
  canRetry: true,
}

const THROTTLED: StatusEntry = {
  title: 'Too many requests',
  sentence: ({ retryAfter, speaker }) =>
    `${speaker === 'proxy' ? 'A proxy on the way to Drata' : speaker === 'gateway' ? 'The gateway' : 'Drata'} is limiting requests at the moment. Wait ${
      retryAfter === null ? 'a minute' : seconds(Math.max(1, retryAfter))
    }, then try again.`,
  canRetry: true,
}

/** Also for a server on the way that answers with an error of its own. */
const UNREACHED: StatusEntry = {
  title: 'Drata could not be reached',
  sentence: () =>
    `The gateway, or a server on the way to Drata, got no answer from Drata. This happens now and then: try again. If it keeps happening, ask ${ADMINISTRATOR} to check its connection.`,
  canRetry: true,
}

/** One entry per status of the contract, with what the analyst can do. */
const SENTENCES: Record<number, StatusEntry> = {
  [NO_CONNECTION]: {
    title: 'No connection',
    sentence: () =>
      'The service could not be reached. Check your network or VPN connection, then try again.',
    canRetry: true,
  },
  400: {
    title: 'Drata did not accept the request',
    sentence: ({ said }) =>
      `Drata refused the request as invalid${inItsWords(said)} Change it and try again.`,
  },
  401: {
    title: 'The API key was not accepted',
    sentence: () =>
      `Drata rejected the API key. Ask ${ADMINISTRATOR} to check that the key is correct and has not expired.`,
    canRetry: true,
  },
  402: {
    title: 'Not included in the plan',
    sentence: () =>
      'Your company’s Drata plan does not include this feature. Ask your Drata administrator about the plan.',
    canRetry: true,
  },
  403: {
    title: 'The API key lacks a permission',
    sentence: (_, { permission, does }) =>
      `The API key is not allowed to ${does}. Ask your Drata administrator to grant it the permission ${permission === undefined ? 'for this' : `“${permission}”`}.`,
    canRetry: true,
  },
  404: {
    title: 'Not found',
    sentence: () =>
      'Drata has no such record. It may have been deleted, or the address may be wrong. Go back to the list and open it from there.',
  },
  412: {
    title: 'Terms not accepted',
    sentence: () =>
      'Drata’s terms have not been accepted for this account. Ask an administrator to sign in to Drata and accept them, then try again.',
    canRetry: true,
  },
  413: {
    title: 'Too large',
    sentence: () => 'The request is larger than Drata accepts. Make it smaller, then try again.',
  },
  422: {
    title: 'Not available right now',
    sentence: () =>
      'The current state of the review does not allow this. A colleague may have changed it. Check the state, then decide again.',
  },
  429: THROTTLED,
  500: SERVER_ERROR,
  502: UNREACHED,
  503: {
    title: 'Drata is unavailable',
    sentence: ({ retryAfter }) =>
      `Drata is temporarily unavailable. Try again in ${
        retryAfter === null ? 'a few minutes' : seconds(Math.max(1, retryAfter))
      }.`,
    canRetry: true,
  },
}

/** An answer of the gateway for itself, whose words are whole sentences. */
const BY_GATEWAY: StatusEntry = {
  title: 'Refused by the gateway',
  sentence: ({ said, status }) =>
    `${said ?? 'The gateway refused the request.'} ${status === 403 ? 'Ask' : 'Try again, or ask'} ${ADMINISTRATOR}.`,
  canRetry: true,
}

/**
 * What has its own sentence for the file of a document, which the gateway reads from another host. In
 * its own 502 the gateway says what went wrong there.
 */
const ABOUT_FILE: Partial<Record<number, StatusEntry>> = {
  413: {
    title: 'Too large',
    sentence: () => 'This file is larger than the 200 MB that Countersign reads from Drata.',
  },
  502: { ...BY_GATEWAY, title: 'The file did not come' },
}

/** A refusal by a proxy or a firewall on the way, for what the request holds. */
const BLOCKED: StatusEntry = {
  title: 'Blocked on the way',
  sentence: ({ status }, { method }) =>
    `A proxy or firewall on the way to Drata refused this (status ${status})${
      status === 413
        ? ' as too large. Make it smaller'
        : method === 'GET'
          ? '. Try again'
          : '. It may take something for an attack, such as the word “<script>” or a kind of file: change that and try again'
    }, or tell ${ADMINISTRATOR}.`,
  canRetry: true,
}

/** Any other answer on the way: a sign-in page, or a redirect to it. */
const ANOTHER_PAGE: StatusEntry = {
  title: 'Another page answered',
  sentence: () =>
    'A proxy on the way answered in place of Drata, perhaps with the sign-in page of your network. Open Countersign in a new tab and do what it says there, then try again here. What you typed stays on this page.',
  canRetry: true,
}

const byProxy = (error: ApiError): StatusEntry => {
  if (error.status === 429) return THROTTLED
  if (error.isRefusedOnTheWay) return BLOCKED
  return error.status === 408 || (error.status >= 500 && error.status !== 511)
    ? UNREACHED
    : ANOTHER_PAGE
}

const UNKNOWN_STATUS: StatusEntry = {
  title: 'Drata did not carry out the request',
  sentence: ({ status, said }, { does }) =>
    `Drata answered with status ${status} when asked to ${does}${inItsWords(said)} Report this, and say what you were doing.`,
}

/** For a list that the service can neither continue nor end. */
export const LIST_BROKE_OFF =
  'Drata no longer knows where this list goes on, so “Try again” reads it from the beginning.'

const entryOf = (error: ApiError): StatusEntry => {
  const { speaker, status } = error
  if (speaker === 'proxy') return byProxy(error)
  // The page itself refuses a file that turns out to be too large, as the gateway does.
  const isAboutFile = status === 413 || speaker === 'gateway'
  const aboutFile = error.operation === 'getDocumentFile' && isAboutFile && ABOUT_FILE[status]
  if (aboutFile) return aboutFile
  // The gateway's 401 is about the key, its 429 about the number of requests, and its 502 about the
  // connection, as the service's are.
  if (speaker === 'gateway' && ![401, 429, 502].includes(status)) return BY_GATEWAY
  return SENTENCES[status] ?? (status >= 500 ? SERVER_ERROR : UNKNOWN_STATUS)
}

const explain = (error: unknown): Omit<Explanation, 'requestId'> => {
  if (!(error instanceof ApiError))
    return {
      title: 'Something went wrong',
      sentence:
        'This page failed because of an error in Countersign. Reload it. If it fails again, report this, and say what you were doing.',
      canRetry: true,
    }
  const operation: Operation = OPERATIONS[error.operation]
  if (error.signIn !== null)
    return {
      title: 'Your session has ended',
      sentence:
        'Sign in again in another tab, then try again here. What you typed stays on this page.',
      canRetry: true,
    }
  if (error.isFileChanged)
    return {
      title: 'The file has changed',
      sentence: 'The file changed since you chose it, or can no longer be read. Choose it again.',
      canRetry: false,
    }
  if (error.isCursorLost)
    return { title: 'The list cannot go on', sentence: LIST_BROKE_OFF, canRetry: true }
  if (error.unreadable)
    return {
      title: 'The answer could not be read',
      sentence: `Drata’s answer when asked to ${operation.does} (${error.operation}) could not be read. Try again; if it keeps happening, report it.`,
      canRetry: true,
    }
  const known = entryOf(error)
  return {
    title: known.title,
    sentence: known.sentence(error, operation),
    canRetry: known.canRetry ?? false,
  }
}

/**
 * Says what happened and what to do.
 * @param error any thrown value; only an {@link ApiError} is explained in detail
 */
export const explainError = (error: unknown): Explanation => ({
  ...explain(error),
  requestId: (error as Partial<ApiError> | null)?.requestId ?? null,
})
