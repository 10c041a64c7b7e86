import * as z from 'zod/mini'
import { reviewListQuery } from '../../src/domain/contract/requests.ts'
import {
  DOCUMENT_TYPES,
  LIMITS,
  RENEWAL_SCHEDULES,
  SORT_DIRECTIONS,
  SORT_FIELDS,
  VENDOR_CATEGORIES,
  VENDOR_IMPACT_LEVELS,
  VENDOR_RISKS,
  VENDOR_STATUSES,
  VENDOR_TYPES,
} from '../../src/domain/contract/values.ts'
import { accept } from './issues.ts'

type ParameterKind = 'text' | 'number' | 'flag' | 'texts' | 'numbers'

/** The query of an operation: how each parameter is written in an address, and what it may hold. */
export interface QuerySpec<Q> {
  kinds: Readonly<Record<string, ParameterKind>>
  schema: z.ZodMiniType<Q>
}

/** A number, as it is written in an address or a form; NaN where it is none. */
export const asNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))
const asFlag = (text: string): boolean | string =>
  text === 'true' ? true : text === 'false' ? false : text

const readParameter = (search: URLSearchParams, name: string, kind: ParameterKind): unknown => {
  if (kind === 'texts' || kind === 'numbers') {
    const texts = search.getAll(`${name}[]`)
    return kind === 'texts' ? texts : texts.map(asNumber)
  }
  const text = search.get(name) ?? ''
  return kind === 'number' ? asNumber(text) : kind === 'flag' ? asFlag(text) : text
}

/**
 * Reads the query of an address. Arrays count only with brackets (`status[]=`); whatever else is
 * not known is silently ignored (contract, point 9).
 * @throws ServiceError 400 for a known parameter with a value it may not have
 */
export const readQuery = <Q>(search: URLSearchParams, { kinds, schema }: QuerySpec<Q>): Q => {
  const query: Record<string, unknown> = {}
  for (const [name, kind] of Object.entries(kinds)) {
    const sentAs = kind === 'texts' || kind === 'numbers' ? `${name}[]` : name
    if (search.has(sentAs)) query[name] = readParameter(search, name, kind)
  }
  return accept(schema, query)
}

const pagingShape = {
  cursor: z.optional(z.string()),
  size: z.optional(z.int().check(z.minimum(1), z.maximum(LIMITS.pageSize))),
  sort: z.optional(z.enum(SORT_FIELDS)),
  sortDir: z.optional(z.enum(SORT_DIRECTIONS)),
  includeTotalCount: z.optional(z.boolean()),
}
const pagingKinds = {
  cursor: 'text',
  size: 'number',
  sort: 'text',
  sortDir: 'text',
  includeTotalCount: 'flag',
} as const
const pagingSchema = z.strictObject(pagingShape)
export type Paging = z.infer<typeof pagingSchema>

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

const reviewFilterKinds = {
  ...pagingKinds,
  status: 'texts',
  type: 'texts',
  decision: 'texts',
  expand: 'texts',
  createdAtFrom: 'text',
  createdAtTo: 'text',
  updatedAtFrom: 'text',
  updatedAtTo: 'text',
} as const

const vendorExpandSchema = z.strictObject({ expand: expand(VENDOR_EXPANDS) })
const reviewExpandSchema = z.strictObject({ expand: expand(REVIEW_EXPANDS) })
const vendorListSchema = z.strictObject({
  ...pagingShape,
  expand: expand(VENDOR_EXPANDS),
  category: z.optional(z.enum(VENDOR_CATEGORIES)),
  impactLevel: z.optional(z.enum(VENDOR_IMPACT_LEVELS)),
  renewalDate: z.optional(z.iso.date()),
  renewalScheduleType: z.optional(z.enum(RENEWAL_SCHEDULES)),
  risk: z.optional(z.enum(VENDOR_RISKS)),
  status: z.optional(z.enum(VENDOR_STATUSES)),
  type: z.optional(z.enum(VENDOR_TYPES)),
})
const userListSchema = z.strictObject({
  ...pagingShape,
  expand: expand(USER_EXPANDS),
  firstName: z.optional(z.string()),
  lastName: z.optional(z.string()),
})
const documentListSchema = z.strictObject({
  ...pagingShape,
  expand: expand(['downloadUrl']),
  type: z.optional(z.enum(DOCUMENT_TYPES)),
})
export type VendorExpandQuery = z.infer<typeof vendorExpandSchema>
export type ReviewExpandQuery = z.infer<typeof reviewExpandSchema>
export type VendorListQuery = z.infer<typeof vendorListSchema>
export type UserListQuery = z.infer<typeof userListSchema>
export type DocumentListQuery = z.infer<typeof documentListSchema>

/** The queries of the operations. */
export const QUERIES = {
  none: { kinds: {}, schema: z.strictObject({}) },
  paging: { kinds: pagingKinds, schema: pagingSchema },
  vendor: { kinds: { expand: 'texts' }, schema: vendorExpandSchema },
  vendors: {
    kinds: {
      ...pagingKinds,
      expand: 'texts',
      category: 'text',
      impactLevel: 'text',
      renewalDate: 'text',
      renewalScheduleType: 'text',
      risk: 'text',
      status: 'text',
      type: 'text',
    },
    schema: vendorListSchema,
  },
  review: { kinds: { expand: 'texts' }, schema: reviewExpandSchema },
  /** One vendor's reviews know neither `vendorIds` nor the vendor, which the path names. */
  reviews: {
    kinds: reviewFilterKinds,
    schema: z.extend(reviewListQuery, { expand: expand(REVIEW_EXPANDS) }),
  },
  reviewsAcrossVendors: {
    kinds: { ...reviewFilterKinds, vendorIds: 'numbers' },
    schema: reviewListQuery,
  },
  users: {
    kinds: { ...pagingKinds, expand: 'texts', firstName: 'text', lastName: 'text' },
    schema: userListSchema,
  },
  documents: {
    kinds: { ...pagingKinds, expand: 'texts', type: 'text' },
    schema: documentListSchema,
  },
} as const satisfies Record<string, QuerySpec<unknown>>
