import type { OperationId } from '../../../src/domain/contract/operations.ts'
import { OPERATIONS } from '../../../src/domain/contract/operations.ts'
import type { Role } from '../identity.ts'

/** The roles, from the one that may do the least. */
export const ROLES: readonly Role[] = ['read', 'edit', 'decide']

/** The decisions on a review that the app may ask for (contract, point 4). */
const ACTIONS = ['finalize', 'reopen'] as const
export type Action = (typeof ACTIONS)[number]

/** The role that an operation needs: deciding on a review needs more than working on it. */
export const neededRole = (operation: OperationId): Role => {
  if (OPERATIONS[operation].method === 'GET') return 'read'
  return operation === 'performSecurityReviewAction' ? 'decide' : 'edit'
}

/** Whether somebody with a role may do what needs another. */
export const mayDo = (role: Role, needed: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(needed)

/**
 * The action that a body asks for.
 * @param body a body of performSecurityReviewAction, as it was parsed
 * @returns undefined for anything that the app never asks for
 */
export const actionIn = (body: unknown): Action | undefined => {
  const action = typeof body === 'object' && body !== null && 'action' in body && body.action
  return ACTIONS.find((known) => known === action)
}

/**
 * Whether a sign-in is recent enough to decide on a review.
 * @param authenticatedAt seconds since 1970
 * @param limitSeconds undefined where any sign-in will do
 * @param now seconds since 1970
 */
export const isFresh = (
  authenticatedAt: number,
  limitSeconds: number | undefined,
  now: number,
): boolean => limitSeconds === undefined || now - authenticatedAt <= limitSeconds

const MESSAGES = {
  read: 'Your role does not let you use this app.',
  edit: 'Your role lets you read reviews, but not change them.',
  decide: 'Your role does not let you finalize or reopen reviews.',
} as const satisfies Record<Role, string>

/** Says why a role does not suffice. @param needed the role that would */
export const roleRefusal = (needed: Role): string => MESSAGES[needed]
