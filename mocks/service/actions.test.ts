import { describe, expect, it } from 'vitest'
import { LANDMARKS } from '../seed/landmarks.ts'
import { testContext } from '../testing.ts'
import { listSecurityReviewActions, performSecurityReviewAction } from './actions.ts'
import { getVendorSecurityReview, listVendorSecurityReviewsAcrossVendors } from './reviews.ts'

const { northwind, readyToFinalize, completed, overdue, notRequired, empty } = LANDMARKS
const idsOf = ({ id }: { id: number }) => ({ vendorId: northwind.id, securityReviewId: id })
const refused = (status: number, message: string | RegExp): unknown =>
  expect.objectContaining({ status, message: expect.stringMatching(message) as unknown })

describe('actions of 2026', () => {
  it('are offered for every type, by status and form', () => {
    const context = testContext()
    const offered = (id: number) =>
      listSecurityReviewActions(context, idsOf({ id })).data.map(({ action }) => action)
    expect(offered(readyToFinalize.id)).toEqual(['finalize'])
    expect(offered(overdue.id)).toEqual(['finalize'])
    expect(offered(completed.id)).toEqual(['reopen'])
    expect(offered(notRequired.id)).toEqual([])
    expect(offered(empty.id)).toEqual([])
  })

  it('finalize with a decision and a note', () => {
    const context = testContext()
    const result = performSecurityReviewAction(context, idsOf(readyToFinalize), {
      action: 'finalize',
      decision: 'APPROVED_WITH_CONDITIONS',
      note: 'Bridge letter by March.',
    })
    expect(result).toMatchObject({ success: true, newStatus: 'COMPLETED' })
    expect(getVendorSecurityReview(context, idsOf(readyToFinalize), {})).toMatchObject({
      status: 'COMPLETED',
      decision: 'APPROVED_WITH_CONDITIONS',
      note: 'Bridge letter by March.',
    })
  })

  it('approve when no decision is sent, and keep the note when none is sent', () => {
    const context = testContext()
    performSecurityReviewAction(context, idsOf(overdue), { action: 'finalize', note: 'Kept' })
    performSecurityReviewAction(context, idsOf(overdue), { action: 'reopen' })
    performSecurityReviewAction(context, idsOf(overdue), { action: 'finalize' })
    expect(getVendorSecurityReview(context, idsOf(overdue), {})).toMatchObject({
      decision: 'APPROVED',
      note: 'Kept',
    })
  })

  it('refuse PENDING as a decision, and what is no action', () => {
    const context = testContext()
    const perform = (body: unknown) => () =>
      performSecurityReviewAction(context, idsOf(readyToFinalize), body)
    expect(perform({ action: 'finalize', decision: 'PENDING' })).toThrow(
      refused(400, 'decision must be one of the following values: APPROVED'),
    )
    expect(perform({ action: 'close' })).toThrow(refused(400, 'action'))
    expect(perform({ action: 'finalize', note: 'x'.repeat(1_001) })).toThrow(
      refused(400, 'The note can have at most'),
    )
    expect(perform(undefined)).toThrow(refused(400, /./))
  })

  it('reopen and reset the decision only when asked', () => {
    const context = testContext()
    performSecurityReviewAction(context, idsOf(completed), { action: 'reopen' })
    expect(getVendorSecurityReview(context, idsOf(completed), {})).toMatchObject({
      status: 'IN_PROGRESS',
      decision: 'APPROVED',
    })
    performSecurityReviewAction(context, idsOf(completed), { action: 'finalize' })
    performSecurityReviewAction(context, idsOf(completed), {
      action: 'reopen',
      resetDecision: true,
    })
    expect(getVendorSecurityReview(context, idsOf(completed), {}).decision).toBe('PENDING')
  })

  it('answer 422 for what is not available, and change nothing', () => {
    const context = testContext()
    const before = getVendorSecurityReview(context, idsOf(empty), {})
    expect(() =>
      performSecurityReviewAction(context, idsOf(empty), { action: 'finalize' }),
    ).toThrow(refused(422, 'not available'))
    expect(getVendorSecurityReview(context, idsOf(empty), {})).toEqual(before)
  })
})

describe('actions of 2025', () => {
  it('answer 422 for what is no SOC report, on listing and on performing', () => {
    const context = testContext('2025')
    expect(() => listSecurityReviewActions(context, idsOf(overdue))).toThrow(
      refused(422, 'SECURITY'),
    )
    expect(() =>
      performSecurityReviewAction(context, idsOf(overdue), { action: 'finalize' }),
    ).toThrow(refused(422, 'SECURITY'))
  })

  it('refuse what 2026 added, in the words of NestJS', () => {
    const context = testContext('2025')
    const perform = (body: unknown) => () =>
      performSecurityReviewAction(context, idsOf(readyToFinalize), body)
    expect(perform({ action: 'finalize', decision: 'APPROVED' })).toThrow(
      refused(400, /^property decision should not exist$/),
    )
    expect(perform({ action: 'finalize', note: 'n' })).toThrow(
      refused(400, /^property note should not exist$/),
    )
    expect(perform({ action: 'reopen', resetDecision: true })).toThrow(
      refused(400, /^property resetDecision should not exist$/),
    )
  })

  it('finalize and leave the decision as it is', () => {
    const context = testContext('2025')
    performSecurityReviewAction(context, idsOf(readyToFinalize), { action: 'finalize' })
    expect(getVendorSecurityReview(context, idsOf(readyToFinalize), {})).toMatchObject({
      status: 'COMPLETED',
      decision: 'PENDING',
    })
  })

  it('know no list across vendors', () => {
    expect(() => listVendorSecurityReviewsAcrossVendors(testContext('2025'), {}, {})).toThrow(
      refused(404, 'vendor-security-reviews'),
    )
  })
})
