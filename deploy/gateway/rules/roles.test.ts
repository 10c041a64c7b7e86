import { expect, test } from 'vitest'
import type { OperationId } from '../../../src/domain/contract/operations.ts'
import { OPERATIONS } from '../../../src/domain/contract/operations.ts'
import type { Role } from '../identity.ts'
import { actionIn, isFresh, mayDo, neededRole } from './roles.ts'

const operations = Object.keys(OPERATIONS) as OperationId[]

test('each role may do what its operations need, and what the roles before it may', () => {
  const allowed = (role: Role) => operations.filter((id) => mayDo(role, neededRole(id)))
  expect(allowed('read')).toEqual(operations.filter((id) => OPERATIONS[id].method === 'GET'))
  expect(operations.filter((id) => !allowed('edit').includes(id))).toEqual([
    'performSecurityReviewAction',
  ])
  expect(allowed('decide')).toEqual(operations)
})

test('only the two actions of the contract are known', () => {
  const bodies = [{ action: 'finalize' }, { action: 'reopen', x: 1 }, { action: 'delete' }, {}]
  expect([...bodies, null, 'finalize', { action: ['reopen'] }].map(actionIn)).toEqual([
    'finalize',
    'reopen',
    ...Array<undefined>(5).fill(undefined),
  ])
})

test('a sign-in is fresh for as long as the setting says', () => {
  expect([900, 901, undefined].map((limit) => isFresh(100, limit, 1001))).toEqual([
    false,
    true,
    true,
  ])
})
