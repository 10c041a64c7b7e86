import { describe, expect, it } from 'vitest'
import { LANDMARKS } from '../seed/landmarks.ts'
import { testService } from '../testing.ts'

const { northwind, readyToFinalize, completed, overdue, notRequired, empty } = LANDMARKS
const vendorId = northwind.id
const refused = (status: number, message: string | RegExp): unknown =>
  expect.objectContaining({ status, message: expect.stringMatching(message) as unknown })

describe('actions of 2026', () => {
  it('are offered for every type, by status and form', () => {
    const service = testService()
    const offered = (id: number) =>
      service.listSecurityReviewActions(vendorId, id).data.map(({ action }) => action)
    expect(offered(readyToFinalize.id)).toEqual(['finalize'])
    expect(offered(overdue.id)).toEqual(['finalize'])
    expect(offered(completed.id)).toEqual(['reopen'])
    expect(offered(notRequired.id)).toEqual([])
    expect(offered(empty.id)).toEqual([])
  })

  it('finalize with a decision and a note', () => {
    const service = testService()
    const result = service.performSecurityReviewAction(vendorId, readyToFinalize.id, {
      action: 'finalize',
      decision: 'APPROVED_WITH_CONDITIONS',
      note: 'Bridge letter by March.',
    })
    expect(result).toMatchObject({ success: true, newStatus: 'COMPLETED' })
    expect(service.getVendorSecurityReview(vendorId, readyToFinalize.id, {})).toMatchObject({
      status: 'COMPLETED',
      decision: 'APPROVED_WITH_CONDITIONS',
      note: 'Bridge letter by March.',
    })
  })

  it('approve when no decision is sent, and keep the note when none is sent', () => {
    const service = testService()
    service.performSecurityReviewAction(vendorId, overdue.id, { action: 'finalize', note: 'Kept' })
    service.performSecurityReviewAction(vendorId, overdue.id, { action: 'reopen' })
    service.performSecurityReviewAction(vendorId, overdue.id, { action: 'finalize' })
    expect(service.getVendorSecurityReview(vendorId, overdue.id, {})).toMatchObject({
      decision: 'APPROVED',
      note: 'Kept',
    })
  })

  it('refuse PENDING as a decision, and what is no action', () => {
    const service = testService()
    const perform = (body: unknown) => () =>
      service.performSecurityReviewAction(vendorId, readyToFinalize.id, body)
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
    const service = testService()
    service.performSecurityReviewAction(vendorId, completed.id, { action: 'reopen' })
    expect(service.getVendorSecurityReview(vendorId, completed.id, {})).toMatchObject({
      status: 'IN_PROGRESS',
      decision: 'APPROVED',
    })
    service.performSecurityReviewAction(vendorId, completed.id, { action: 'finalize' })
    service.performSecurityReviewAction(vendorId, completed.id, {
      action: 'reopen',
      resetDecision: true,
    })
    expect(service.getVendorSecurityReview(vendorId, completed.id, {}).decision).toBe('PENDING')
  })

  it('answer 422 for what is not available, and change nothing', () => {
    const service = testService()
    const before = service.getVendorSecurityReview(vendorId, empty.id, {})
    expect(() =>
      service.performSecurityReviewAction(vendorId, empty.id, { action: 'finalize' }),
    ).toThrow(refused(422, 'not available'))
    expect(service.getVendorSecurityReview(vendorId, empty.id, {})).toEqual(before)
  })
})

describe('actions of 2025', () => {
  it('answer 422 for what is no SOC report, on listing and on performing', () => {
    const service = testService('2025')
    expect(() => service.listSecurityReviewActions(vendorId, overdue.id)).toThrow(
      refused(422, 'SECURITY'),
    )
    expect(() =>
      service.performSecurityReviewAction(vendorId, overdue.id, { action: 'finalize' }),
    ).toThrow(refused(422, 'SECURITY'))
  })

  it('refuse what 2026 added, in the words of NestJS', () => {
    const service = testService('2025')
    const perform = (body: unknown) => () =>
      service.performSecurityReviewAction(vendorId, readyToFinalize.id, body)
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
    const service = testService('2025')
    service.performSecurityReviewAction(vendorId, readyToFinalize.id, { action: 'finalize' })
    expect(service.getVendorSecurityReview(vendorId, readyToFinalize.id, {})).toMatchObject({
      status: 'COMPLETED',
      decision: 'PENDING',
    })
  })

  it('know no list across vendors', () => {
    expect(() => testService('2025').listVendorSecurityReviewsAcrossVendors({})).toThrow(
      refused(404, 'vendor-security-reviews'),
    )
  })
})
