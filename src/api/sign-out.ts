import * as z from 'zod/mini'
import { localDb } from '../lib/local-db.ts'
import { creationsDb } from './once/reviews/kept-creations.ts'
import { runsDb } from './once/reviews/kept-runs.ts'
import { forgetAllEarlier } from './saving/earlier-records.ts'
import { sourcesDb } from './saving/kept-sources.ts'
import { storedWork } from './saving/work-schema.ts'
import { ApiError, NO_CONNECTION } from './transport/api-error.ts'
import { forgetAnswers } from './transport/kept-answers.ts'
import { operationAt } from './transport/operation-at.ts'
import { knownOwner, OWNER_CHANNEL, REMEMBERED } from './transport/owner.ts'
import { REDIRECTED, readAnswer } from './transport/read-answer.ts'

/** The gateway may have to ask the identity provider. */
const ANSWER_LIMIT_MS = 30_000

const answerSchema = z.object({
  /** Where to sign out at the identity provider, too. */
  signOutUrl: z.catch(z.nullable(z.string()), null),
})

/** Forgets who was here: a reload without a connection must not show their data. */
const forgetOwner = (): void => {
  try {
    sessionStorage.removeItem(REMEMBERED)
  } catch {
    // Then it was not remembered either.
  }
}

/**
 * Ends the session at the gateway, and tells the user's other tabs.
 * @param wipe whether the gateway asks the browser to delete all that it keeps of the app
 * @returns where to go to sign out at the identity provider, too; null if there is no such place
 * @throws ApiError
 */
export const signOut = async (wipe: boolean): Promise<string | null> => {
  const { operation, method, path } = operationAt('signOut')
  const askedAt = performance.now()
  let answer: { response: Response; text: string }
  try {
    const response = await fetch(path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ wipe }),
    })
    answer = { response, text: await response.text() }
  } catch (cause) {
    throw new ApiError(operation, { status: NO_CONNECTION, cause })
  }
  const { response, text } = answer
  const { signOutUrl } = readAnswer(
    {
      status: response.type === 'opaqueredirect' ? REDIRECTED : response.status,
      header: (name) => response.headers.get(name),
      text,
    },
    { operation, schema: answerSchema, askedAt },
  )
  forgetOwner()
  const otherTabs = new BroadcastChannel(OWNER_CHANNEL)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin
  otherTabs.postMessage(knownOwner())
  otherTabs.close()
  return signOutUrl
}

/**
 * Deletes the drafts, sources, answers, creations and runs that this browser keeps, of every user:
 * those who want a clean browser want no colleague's data in it either.
 */
export const wipeKept = async (): Promise<void> => {
  await Promise.all([
    localDb('work', storedWork).clear(),
    forgetAllEarlier(),
    forgetAnswers(),
    creationsDb().clear(),
    runsDb().clear(),
    sourcesDb().clear(),
  ])
}
