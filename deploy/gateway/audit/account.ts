import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { WRITE_ID } from '../../../src/domain/contract/gateway-headers.ts'
import type { UploadedFile } from '../forwarding/upload.ts'
import { type Identity, nameOf } from '../identity.ts'
import type { KnownRequest } from '../rules/forwarded.ts'
import { actionIn } from '../rules/roles.ts'
import type { AuditLog } from './audit-log.ts'
import { changesIn } from './changes.ts'

/** The audit log, and where to say that it could not be written. */
export interface AuditTrail {
  log: AuditLog
  words: FastifyBaseLogger
}

/** A write, and who asks for it. */
export interface AuditedWrite {
  request: FastifyRequest
  known: KnownRequest
  identity: Identity
  /** As it was parsed; undefined for files. */
  body: unknown
}

/** The two lines of a write in the audit log. */
export interface Account {
  /** Writes what was asked. @returns whether it is on the disk */
  open: () => Promise<boolean>
  /**
   * Writes what came of it, once.
   * @param status of the service's answer; undefined where nothing is known
   */
  close: (status: number | undefined, files?: readonly UploadedFile[]) => Promise<void>
}

const DECISION = /^[A-Z_]{1,40}$/

/** The action and the decision that a body asks for; null for other operations. */
const decisionIn = (known: KnownRequest, body: unknown) => {
  if (known.operation !== 'performSecurityReviewAction') return { action: null, decision: null }
  const decision = typeof body === 'object' && body !== null && 'decision' in body && body.decision
  return {
    action: actionIn(body) ?? null,
    decision: typeof decision === 'string' && DECISION.test(decision) ? decision : null,
  }
}

const outcomeOf = (status: number | undefined): string => {
  if (status === undefined) return 'unknown'
  return status < 400 ? 'done' : 'refused'
}

/** Begins the account of a write. Nothing is written before {@link Account.open}. */
export const openAccount = (
  { log, words }: AuditTrail,
  { request, known, identity, body }: AuditedWrite,
): Account => {
  const common = {
    user: nameOf(identity),
    subject: identity.subject,
    groups: identity.groups,
    address: request.ip,
    operation: known.operation,
    vendorId: known.vendorId,
    reviewId: known.reviewId,
    ...decisionIn(known, body),
    writeId: [request.headers[WRITE_ID] ?? null].flat()[0] ?? null,
    requestId: request.id,
  }
  let isClosed = false
  const append = async (entry: object): Promise<boolean> => {
    try {
      await log.append({ time: new Date().toISOString(), ...entry })
      return true
    } catch (error) {
      words.error({ err: error, requestId: request.id }, 'The audit log could not be written.')
      return false
    }
  }
  return {
    open: () =>
      append({
        event: 'asked',
        ...common,
        changes: body === undefined ? null : changesIn(body),
        outcome: null,
        status: null,
      }),
    close: async (status, files) => {
      if (isClosed) return
      isClosed = true
      await append({
        event: 'answered',
        ...common,
        files: files ?? null,
        outcome: outcomeOf(status),
        status: status ?? null,
      })
    },
  }
}
