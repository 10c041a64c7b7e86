import type * as z from 'zod/mini'
import { visibleText } from '../../lib/text.ts'
import { pageContract, pageOf } from './cursor-page.ts'
import {
  RENEWAL_SCHEDULES,
  TRUST_CENTER_PROVIDERS,
  VENDOR_CATEGORIES,
  VENDOR_ENVIRONMENT_ACCESS,
  VENDOR_IMPACT_LEVELS,
  VENDOR_OPERATIONAL_IMPACTS,
  VENDOR_PASSWORD_POLICIES,
  VENDOR_RISKS,
  VENDOR_STATUSES,
  VENDOR_TYPES,
} from './enums.ts'
import { type Reader, strict, tolerant } from './reader.ts'
import { links, reviewCompact } from './shared-fields.ts'
import { userCompact } from './user.ts'

export const vendor = (read: Reader) =>
  read.object({
    id: read.id,
    name: read.text,
    category: read.nullable(read.oneOf(VENDOR_CATEGORIES)),
    risk: read.nullable(read.oneOf(VENDOR_RISKS)),
    type: read.nullable(read.oneOf(VENDOR_TYPES)),
    critical: read.nullable(read.flag),
    status: read.nullable(read.oneOf(VENDOR_STATUSES)),
    location: read.nullable(read.text),
    url: read.nullable(read.text),
    privacyUrl: read.nullable(read.text),
    termsUrl: read.nullable(read.text),
    trustCenterUrl: read.nullable(read.text),
    trustCenterProvider: read.nullable(read.oneOf(TRUST_CENTER_PROVIDERS)),
    servicesProvided: read.nullable(read.text),
    dataStored: read.nullable(read.text),
    hasPii: read.flag,
    passwordPolicy: read.nullable(read.oneOf(VENDOR_PASSWORD_POLICIES)),
    passwordRequiresMinLength: read.flag,
    passwordMinLength: read.nullable(read.number),
    passwordRequiresNumber: read.flag,
    passwordRequiresSymbol: read.flag,
    passwordMfaEnabled: read.flag,
    contactAtVendor: read.nullable(read.text),
    contactsEmail: read.nullable(read.text),
    notes: read.nullable(read.text),
    logoUrl: read.nullable(read.text),
    createdAt: read.instant,
    updatedAt: read.instant,
    isSubProcessor: read.flag,
    isSubProcessorActive: read.flag,
    archivedAt: read.nullable(read.instant),
    renewalDate: read.nullable(read.text),
    renewalScheduleType: read.nullable(read.oneOf(RENEWAL_SCHEDULES)),
    renewalDateStatus: read.nullable(read.text),
    confirmedAt: read.nullable(read.instant),
    sharedAccountId: read.nullable(read.text),
    isDrataUser: read.nullable(read.flag),
    events: read.nullable(read.number),
    operationalImpact: read.nullable(read.oneOf(VENDOR_OPERATIONAL_IMPACTS)),
    environmentAccess: read.nullable(read.oneOf(VENDOR_ENVIRONMENT_ACCESS)),
    impactLevel: read.nullable(read.oneOf(VENDOR_IMPACT_LEVELS)),
    dataAccessedOrProcessedList: read.nullable(read.list(read.text)),
    user: read.optional(read.nullable(userCompact(read))),
    latestSecurityReviews: read.optional(read.nullable(read.list(reviewCompact(read)))),
    vendorRelationshipContact: read.optional(read.nullable(userCompact(read))),
    _links: read.optional(links(read)),
  })

export const vendorContract = /* @__PURE__ */ vendor(strict)
export const vendorsContract = /* @__PURE__ */ pageContract(strict, vendorContract)
export const vendorSchema = vendor(tolerant)
export const vendorsSchema = pageOf(vendorSchema)
export type Vendor = z.infer<typeof vendorSchema>

/** The vendor's name, or a placeholder that still distinguishes nameless vendors. */
export const vendorName = (named: Pick<Vendor, 'id' | 'name'>): string =>
  visibleText(named.name) ?? `Unnamed vendor #${named.id}`
