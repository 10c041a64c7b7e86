import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { visibleText } from '../../lib/text.ts'
import { usePrinting } from '../../ui/hooks/use-printing.ts'

/** Whom to ask at the vendor, as far as it can be seen; null where nobody is named. */
export const contactOf = (vendor: Pick<Vendor, 'contactAtVendor' | 'contactsEmail'>) => {
  const name = visibleText(vendor.contactAtVendor)
  const address = visibleText(vendor.contactsEmail)
  return name || address ? { name, address } : null
}
export type Contact = NonNullable<ReturnType<typeof contactOf>>

const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)

const mailto = (address: string): string =>
  `mailto:${address.replaceAll(/[?&#%]/g, encodeURIComponent)}`

/** A text that is cut at the end of its line rather than broken within a word; whole on paper. */
const Cut = ({ title, children }: { title: string; children: ReactNode }) => (
  <Text span inherit truncate={!usePrinting()} display="inline-block" maw="100%" title={title}>
    {children}
  </Text>
)

/** An address, as a link where it is one. */
const MailAddress = ({ address }: { address: string }) => (
  <Cut title={address}>
    <bdi>{isMailAddress(address) ? <a href={mailto(address)}>{address}</a> : address}</bdi>
  </Cut>
)

/** The name of the contact, then the address. */
export const FullContact = ({ name, address }: Contact) => (
  <>
    {name && <bdi>{name}</bdi>} {address && <MailAddress address={address} />}
  </>
)

/** The name of the contact, which can be written to; the address where there is no name. */
export const ShortContact = ({ name, address }: Contact) => {
  if (!name) return address && <MailAddress address={address} />
  return address && isMailAddress(address) ? (
    <a href={mailto(address)} title={address}>
      <bdi>{name}</bdi>
    </a>
  ) : (
    <bdi>{name}</bdi>
  )
}
