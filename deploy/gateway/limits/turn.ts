import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Refusal, SENTENCES } from '../answers.ts'
import type { RequestBudget } from './request-budget.ts'

/**
 * Waits until a request may go to the service.
 * @returns the refusal where the service's minute is used up; undefined for its turn
 */
export const awaitTurn = async (
  request: FastifyRequest,
  reply: FastifyReply,
  budget: RequestBudget,
): Promise<Refusal | undefined> => {
  const began = Date.now()
  const leaving = new AbortController()
  const leave = (): void => leaving.abort()
  reply.raw.once('close', leave)
  const user = request.identity?.subject ?? ''
  const turn = await budget.acquire(user, request.method !== 'GET', leaving.signal)
  reply.raw.off('close', leave)
  request.work.waitedMs = Date.now() - began
  if (turn.isGranted) return undefined
  const headers = { 'retry-after': String(turn.retryAfterSeconds) }
  return { status: 429, message: SENTENCES.busy, reason: 'budget', headers }
}
