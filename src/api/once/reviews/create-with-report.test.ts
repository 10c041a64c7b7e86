import { describe, expect, it, vi } from 'vitest'
import { reviewSchema } from '../../../domain/contract/review-with-form.ts'
import { requestFor, rowOf } from '../../../testing/creations.ts'
import { ApiError } from '../../transport/api-error.ts'
import type { FileFate } from '../files/send-files.ts'
import { createWithReport } from './create-review.ts'
import type { Creation, Creations } from './creations.ts'
import type { NewReviewFile } from './review-requests.ts'

const request = requestFor('SOC 2, number 1')
const done: Creation = { outcome: 'done', review: reviewSchema.parse(rowOf(request, 12)) }
const error = (status: number, message?: string) =>
  new ApiError('createVendorSecurityReviewWithFile', {
    status,
    ...(message !== undefined && { message }),
  })
const refused = (status: number, message?: string): Creation => ({
  outcome: 'absent',
  error: error(status, message),
})
const report = new File(['%PDF-1.7'], 'report.pdf')

/** Creates on a service that gives these answers in turn. */
const create = async (
  answers: readonly Creation[],
  {
    fate = { outcome: 'done' },
    documentType,
    file = report,
  }: { fate?: FileFate; documentType?: NewReviewFile['documentType']; file?: File | null } = {},
) => {
  const left = [...answers]
  const creations = {
    create: vi.fn<Creations['create']>(() => Promise.resolve(left.shift() ?? done)),
  }
  const files = { send: vi.fn(() => Promise.resolve([fate])) }
  const created = await createWithReport(creations, files, 7, request, {
    apiVersion: 2,
    ...(file && { file: { file, documentType } }),
  })
  const withFile = creations.create.mock.calls.map(([, , options]) => options.file !== undefined)
  return { created, withFile, uploads: files.send.mock.calls as unknown[][] }
}

describe('a service that takes no report with a review', () => {
  it.each([
    [415, undefined],
    [400, 'The Content-Type must be application/json.'],
    [400, 'Unsupported media type'],
  ])('gets the review alone, then its report (%i %s)', async (status, message) => {
    const { created, withFile, uploads } = await create([refused(status, message), done], {
      documentType: 'SOC_DOCUMENT',
    })
    expect(created).toMatchObject({ outcome: 'done', report: 'done' })
    expect(withFile).toEqual([true, false])
    expect(uploads.map(([target]) => target)).toEqual([
      { kind: 'document', vendorId: 7, reviewId: 12, documentType: 'SOC_DOCUMENT' },
    ])
  })

  it.each([
    { outcome: 'absent', error: error(413), trace: null },
    { outcome: 'unsure', trace: { sent: {} as never, error: error(0) }, candidates: null },
  ] as const)('says what became of a report that is $outcome', async (fate) => {
    const { created } = await create([refused(415), done], { fate })
    expect(created).toMatchObject({ outcome: 'done', report: fate.outcome })
  })

  it('gets no report where nobody knows whether its review is there', async () => {
    const unsure: Creation = { outcome: 'unsure', candidates: [], error: error(0) }
    const { created, uploads } = await create([refused(415), unsure])
    expect(created).toEqual(unsure)
    expect(uploads).toEqual([])
  })

  it.each([
    ['TRUST_CENTER_PAGE', 'TRUST_CENTER_PAGE'],
    [undefined, 'COMPLIANCE_REPORT'],
  ] as const)('gets a report of the type %s as a document of %s', async (documentType, type) => {
    const { uploads } = await create([refused(415), done], { documentType })
    expect(uploads[0]?.[0]).toMatchObject({ documentType: type })
  })
})

it.each([
  refused(400, 'The title is too long.'),
  refused(413),
  refused(500),
  { outcome: 'unsure', candidates: [], error: error(0) } as Creation,
  done,
])('what is not about the content type is created once: %j', async (answer) => {
  const { created, withFile, uploads } = await create([answer])
  expect(created).toEqual(answer)
  expect(withFile).toEqual([true])
  expect(uploads).toEqual([])
})

it('a review without a report is created once, whatever is answered', async () => {
  const { withFile } = await create([refused(415)], { file: null })
  expect(withFile).toEqual([false])
})
