import * as z from 'zod/mini'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { vendorDocumentsContract } from '../../src/domain/contract/document.ts'
import { questionnairesContract } from '../../src/domain/contract/questionnaire.ts'
import { type Review } from '../../src/domain/contract/review.ts'
import { reviewContract, reviewsContract } from '../../src/domain/contract/review-with-form.ts'
import { TEST_KEY } from '../helpers/ports.ts'

/** The vendor that is reviewed. In the seed it has neither reviews nor files. */
export const VENDOR = LANDMARKS.quietHarbor

/** The service's records of the vendor. */
export interface Truth {
  reviews: Review[]
  /** The names of the vendor's documents, and of the first review's questionnaires. */
  documents: string[]
  questionnaires: string[]
  /** Every file that the service accepted. */
  uploads: { name: string; sha256: string }[]
}

const uploadsSchema = z.object({
  uploads: z.array(z.object({ name: z.string(), sha256: z.string() })),
})

const read = async <T>(url: string, schema: z.ZodMiniType<T>): Promise<T> => {
  const response = await fetch(url, { headers: { authorization: `Bearer ${TEST_KEY}` } })
  return schema.parse(await response.json())
}

/** Reads the records directly from the service. @param url the address of the service */
export const readTruth = async (url: string): Promise<Truth> => {
  const vendor = `${url}/v2/vendors/${VENDOR.id}`
  const listed = await read(`${vendor}/security-reviews?size=100`, reviewsContract)
  const reviews = await Promise.all(
    listed.data.map(({ id }) => read(`${vendor}/security-reviews/${id}`, reviewContract)),
  )
  const [first] = reviews
  const ofReview = first
    ? await read(
        `${vendor}/security-reviews/${first.id}/security-questionnaires?size=100`,
        questionnairesContract,
      )
    : { data: [] }
  const ofVendor = await read(`${vendor}/documents?size=100`, vendorDocumentsContract)
  const { uploads } = await read(`${url}/__demo`, uploadsSchema)
  return {
    reviews,
    documents: ofVendor.data.map(({ name }) => name),
    questionnaires: ofReview.data.map(({ title }) => title ?? ''),
    uploads,
  }
}

/** Resets the service to its seed. */
export const resetService = async (url: string): Promise<void> => {
  const response = await fetch(`${url}/__demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: '', reset: true }),
  })
  if (!response.ok) throw new Error('The mock service did not go back to its seed.')
}
