import { Group } from '@mantine/core'
import {
  labelOf,
  NOT_STATED,
  VENDOR_CATEGORY_LABELS,
  VENDOR_RISK_LABELS,
  VENDOR_STATUS_LABELS,
  wordsOf,
} from '../../domain/contract/labels.ts'
import { displayName } from '../../domain/contract/user.ts'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { formatInstantDay } from '../../lib/dates.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { type Fact, FactList, stated } from '../../ui/fact-list.tsx'
import { SectionTitle } from '../../ui/layout/section-title.tsx'
import { renewalOf } from './renewal.ts'
import { type Contact, contactOf, FullContact } from './vendor-contact.tsx'
import { allLinks } from './vendor-links.ts'

/** What is not stated is quiet, as in every list of facts. */
const orQuiet = ([label, value]: Fact): Fact => [label, value === NOT_STATED ? null : value]

const yesNo = (value: boolean | null): string =>
  value === null ? NOT_STATED : value ? 'Yes' : 'No'

const linksOf = (vendor: Vendor) => {
  const links = allLinks(vendor)
  return links.length === 0 ? null : (
    <Group component="ul" gap="6px 12px">
      {links.map(({ label, href }) => (
        <li key={label}>
          <ExternalLink href={href}>{label}</ExternalLink>
        </li>
      ))}
    </Group>
  )
}

/** The facts that every vendor should have. */
const mainFacts = (vendor: Vendor, contact: Contact | null): Fact[] => [
  ['Category', labelOf(VENDOR_CATEGORY_LABELS, vendor.category)],
  ['Risk', labelOf(VENDOR_RISK_LABELS, vendor.risk)],
  ['Critical', yesNo(vendor.critical)],
  ['Status', labelOf(VENDOR_STATUS_LABELS, vendor.status)],
  ['Personal data', yesNo(vendor.hasPii)],
  ['Contact', contact && <FullContact key="contact" {...contact} />],
  ['Renewal', renewalOf(vendor)],
  ['Links', linksOf(vendor)],
]

const passwordRulesOf = (vendor: Vendor): string =>
  [
    wordsOf(vendor.passwordPolicy),
    vendor.passwordRequiresMinLength && `at least ${vendor.passwordMinLength ?? '?'} characters`,
    vendor.passwordRequiresNumber && 'a number',
    vendor.passwordRequiresSymbol && 'a symbol',
    vendor.passwordMfaEnabled && 'multi-factor',
  ]
    .filter(Boolean)
    .join(', ')

/** Everything else that the service returns. */
const furtherFacts = (vendor: Vendor): Fact[] => [
  ['Services provided', vendor.servicesProvided],
  ['Data stored', vendor.dataStored],
  ['Data accessed or processed', vendor.dataAccessedOrProcessedList?.map(wordsOf).join(', ')],
  ['Type', wordsOf(vendor.type)],
  ['Location', vendor.location],
  ['Impact level', wordsOf(vendor.impactLevel)],
  ['Operational impact', wordsOf(vendor.operationalImpact)],
  ['Environment access', wordsOf(vendor.environmentAccess)],
  ['Subprocessor', yesNo(vendor.isSubProcessor)],
  ['Password policy', passwordRulesOf(vendor)],
  ['Internal owner', vendor.user && displayName(vendor.user)],
  [
    'Relationship contact',
    vendor.vendorRelationshipContact && displayName(vendor.vendorRelationshipContact),
  ],
  ['Notes', vendor.notes],
  ['Added', formatInstantDay(vendor.createdAt)],
  ['Archived', vendor.archivedAt && formatInstantDay(vendor.archivedAt)],
]

interface VendorProfileProps {
  vendor: Vendor
  /** The id of the heading. */
  id?: string
}

/** All that the service says about a vendor. What every vendor should have may be "Not stated". */
export const VendorProfile = ({ vendor, id = 'about' }: VendorProfileProps) => (
  <section aria-label="Vendor profile">
    <SectionTitle id={id} title="About" />
    <FactList
      facts={[
        ...mainFacts(vendor, contactOf(vendor)).map(orQuiet),
        ...stated(furtherFacts(vendor)),
      ]}
    />
  </section>
)
