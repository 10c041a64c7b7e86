import * as z from 'zod/mini'
import {
  DOCUMENT_TYPES,
  RENEWAL_SCHEDULES,
  VENDOR_CATEGORIES,
  VENDOR_IMPACT_LEVELS,
  VENDOR_RISKS,
  VENDOR_STATUSES,
  VENDOR_TYPES,
} from '../../src/domain/contract/enums.ts'
import { reviewListQuery } from '../../src/domain/contract/requests.ts'
import { accept } from './issues.ts'
import { fromText, itemOf, type ObjectSchema } from './text-values.ts'

/**
 * Reads the query of an address. Arrays count only with brackets (`status[]=`). Unknown parameters
 * are silently ignored (contract, point 9).
 * @throws ServiceError 400 for a known parameter with an invalid value
 */
export const readQuery = <Q>(search: URLSearchParams, schema: ObjectSchema<Q>): Q => {
  const query: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema.shape)) {
    const item = itemOf(field)
    const texts = search.getAll(item ? `${name}[]` : name)
    const [first] = texts
    if (first !== undefined)
      query[name] = item ? texts.map((text) => fromText(item, text)) : fromText(field, first)
  }
  return accept(schema, query)
}

const paging = z.pick(reviewListQuery, {
  cursor: true,
  size: true,
  sort: true,
  sortDir: true,
  includeTotalCount: true,
})
export type Paging = z.infer<typeof paging>

const expand = <const V extends string>(values: readonly V[]) => z.optional(z.array(z.enum(values)))
const VENDOR_EXPANDS = [
  'customFields',
  'documents',
  'integrations',
  'lastQuestionnaire',
  'latestSecurityReviews',
  'reviews',
  'vendorUser',
  'vendorRelationshipContact',
  'dataAccessedOrProcessed',
  'scheduleConfiguration',
  'customVendorType',
] as const
const USER_EXPANDS = ['backgroundChecks', 'documents', 'personnel', 'identities', 'roles'] as const
const REVIEW_EXPANDS = ['user', 'requesterUser'] as const

/** The queries of the operations. */
export const QUERIES = {
  none: z.strictObject({}),
  paging,
  vendor: z.strictObject({ expand: expand(VENDOR_EXPANDS) }),
  vendors: z.extend(paging, {
    expand: expand(VENDOR_EXPANDS),
    category: z.optional(z.enum(VENDOR_CATEGORIES)),
    impactLevel: z.optional(z.enum(VENDOR_IMPACT_LEVELS)),
    renewalDate: z.optional(z.iso.date()),
    renewalScheduleType: z.optional(z.enum(RENEWAL_SCHEDULES)),
    risk: z.optional(z.enum(VENDOR_RISKS)),
    status: z.optional(z.enum(VENDOR_STATUSES)),
    type: z.optional(z.enum(VENDOR_TYPES)),
  }),
  review: z.strictObject({ expand: expand(REVIEW_EXPANDS) }),
  /**
   * The list of one vendor's reviews has no `vendorIds` and embeds no vendor, which the path names.
   */
  reviews: z.extend(z.omit(reviewListQuery, { vendorIds: true }), {
    expand: expand(REVIEW_EXPANDS),
  }),
  reviewsAcrossVendors: reviewListQuery,
  users: z.extend(paging, {
    expand: expand(USER_EXPANDS),
    firstName: z.optional(z.string()),
    lastName: z.optional(z.string()),
  }),
  documents: z.extend(paging, {
    expand: expand(['downloadUrl']),
    type: z.optional(z.enum(DOCUMENT_TYPES)),
  }),
} as const satisfies Record<string, ObjectSchema<unknown>>

/** The query that an operation gets, by its name in the table above. */
export type Query<Name extends keyof typeof QUERIES> = z.infer<(typeof QUERIES)[Name]>
