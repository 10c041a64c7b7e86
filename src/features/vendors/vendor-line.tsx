import { Box, Text } from '@mantine/core'
import { labelOf, NOT_STATED, VENDOR_CATEGORY_LABELS } from '../../domain/contract/labels.ts'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { useToday } from '../../ui/hooks/use-today.ts'
import { renewalWords } from './renewal.ts'
import { contactOf, ShortContact } from './vendor-contact.tsx'
import { shortLinks } from './vendor-links.ts'

/** The facts of the line that fit on a phone. */
const wordsOf = (vendor: Vendor, today: string): string[] => {
  const category = labelOf(VENDOR_CATEGORY_LABELS, vendor.category)
  const personalData = { true: 'Personal data', false: 'No personal data', null: null }
  return [
    category === NOT_STATED ? null : category,
    personalData[`${vendor.hasPii}`],
    renewalWords(vendor, today),
  ].filter((words) => words !== null)
}

/**
 * The facts about a vendor that matter for a review, in one quiet line. What is not stated is left
 * out. On a phone the line ends before the contact, which the tab "About" has.
 */
export const VendorLine = ({ vendor }: { vendor: Vendor }) => {
  const words = wordsOf(vendor, useToday())
  const contact = contactOf(vendor)
  const further = [
    ...(contact ? [<ShortContact key="contact" {...contact} />] : []),
    ...shortLinks(vendor).map(({ label, href }) => (
      <ExternalLink key={label} href={href}>
        {label}
      </ExternalLink>
    )),
  ]
  return (
    <Text fz={13} c="var(--cs-text-quiet)" mb={12}>
      {words.map((fact, index) => (
        <span key={fact}>
          {index > 0 && ' · '}
          <bdi>{fact}</bdi>
        </span>
      ))}
      {further.map((fact, index) => (
        <Box key={fact.key} component="span" visibleFrom="sm">
          {(index > 0 || words.length > 0) && ' · '}
          {fact}
        </Box>
      ))}
    </Text>
  )
}
