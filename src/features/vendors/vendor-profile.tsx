import {
  labelOf,
  VENDOR_CATEGORY_LABELS,
  VENDOR_RISK_LABELS,
  VENDOR_STATUS_LABELS,
  wordsOf,
} from '../../domain/contract/labels.ts'
import { displayName } from '../../domain/contract/user.ts'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { riskTone } from '../../domain/tones.ts'
import { formatDay, formatInstantDay } from '../../lib/dates.ts'
import { safeHref } from '../../lib/links.ts'
import { visibleText } from '../../lib/text.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { type Fact, FactList, stated } from '../../ui/fact-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import classes from './vendor-profile.module.css'

const yesNo = (value: boolean | null): string =>
  value === null ? 'Not stated' : value ? 'Yes' : 'No'

const mailto = (address: string): string =>
  `mailto:${address.replaceAll(/[?&#%]/g, encodeURIComponent)}`

const contactOf = (vendor: Vendor) => {
  const name = visibleText(vendor.contactAtVendor)
  const address = visibleText(vendor.contactsEmail)
  if (!name && !address) return null
  return (
    <>
      <bdi>{name}</bdi>{' '}
      {address && (
        <bdi>
          {/^[^\s@]+@[^\s@]+$/.test(address) ? <a href={mailto(address)}>{address}</a> : address}
        </bdi>
      )}
    </>
  )
}

const linksOf = (vendor: Vendor) => {
  const links = [
    ['Website', vendor.url],
    ['Trust center', vendor.trustCenterUrl],
    ['Privacy', vendor.privacyUrl],
    ['Terms', vendor.termsUrl],
    ['Open in Drata', vendor._links?.self.href],
  ].flatMap(([label, href]) => (label && href && safeHref(href) ? [{ label, href }] : []))
  return links.length === 0 ? null : (
    <ul className={classes.links}>
      {links.map(({ label, href }) => (
        <li key={label}>
          <ExternalLink href={href}>{label}</ExternalLink>
        </li>
      ))}
    </ul>
  )
}

const renewalOf = ({ renewalDate, renewalScheduleType, renewalDateStatus }: Vendor) =>
  renewalDate
    ? [
        formatDay(renewalDate.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')),
        renewalScheduleType && wordsOf(renewalScheduleType),
        renewalDateStatus && wordsOf(renewalDateStatus),
      ]
        .filter(Boolean)
        .join(' · ')
    : null

/** The facts that identify the vendor at a glance. */
const shortFacts = (vendor: Vendor): Fact[] => [
  ['Category', labelOf(VENDOR_CATEGORY_LABELS, vendor.category)],
  [
    'Risk',
    <Tag key="risk" tone={riskTone(vendor.risk)}>
      {labelOf(VENDOR_RISK_LABELS, vendor.risk)}
    </Tag>,
  ],
  ['Critical', yesNo(vendor.critical)],
  ['Status', labelOf(VENDOR_STATUS_LABELS, vendor.status)],
  ['Personal data', yesNo(vendor.hasPii)],
  ['Contact', contactOf(vendor)],
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
  ['Data accessed or processed', vendor.dataAccessedOrProcessedList?.join(', ')],
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

/** The vendor in a few facts, with the rest in a disclosure. */
export const VendorProfile = ({ vendor }: { vendor: Vendor }) => (
  <section aria-label="Vendor profile">
    <FactList facts={shortFacts(vendor)} />
    <details className={classes.more}>
      <summary>More about this vendor</summary>
      <FactList facts={stated(furtherFacts(vendor))} />
    </details>
  </section>
)
