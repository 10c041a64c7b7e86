import type { VendorRecord } from '../service/records.ts'
import type { Calendar } from './calendar.ts'
import { LANDMARKS } from './landmarks.ts'
import type { Random } from './random.ts'
import { VENDOR_ROWS, type VendorRow } from './vendor-rows.ts'

const { northwind, quietHarbor, arabicVendor, japaneseVendor, longNameVendor } = LANDMARKS

const ROWS: readonly VendorRow[] = [
  [northwind.name, 'FINANCE', 'HIGH', 'ACTIVE', 'northwind-payments', 'Card and bank payments'],
  [quietHarbor.name, 'ADMINISTRATIVE', 'NONE', 'ACTIVE', 'quietharbor', 'Paper and envelopes'],
  [arabicVendor.name, 'INFORMATION_TECHNOLOGY', 'MODERATE', 'ACTIVE', 'waha', 'Managed hosting'],
  [japaneseVendor.name, 'PRODUCT', 'MODERATE', 'ACTIVE', 'minato-data', 'Address data'],
  [longNameVendor.name, 'LEGAL', 'LOW', 'ACTIVE', 'records-cooperative', 'Archive and shredding'],
  ...VENDOR_ROWS,
]

const PLACES = ['Dublin, Ireland', 'Columbus, Ohio', 'Osaka, Japan', 'Tallinn, Estonia', null]
const DATA = [
  'Names, e-mail addresses and policy numbers',
  'Bank details and payment history',
  'Usage data without personal data',
  null,
]
const CONTACTS = ['Noor Haddad', 'Per Aspelund', 'Rosa Quispe', 'Tomasz Wilk']

/**
 * Makes a vendor of its row. Its addresses are on reserved domains, so that no link leads to a real
 * site.
 */
export const vendorOf = (
  [name, category, risk, status, slug, servicesProvided]: VendorRow,
  id: number,
  calendar: Calendar,
  random: Random,
): VendorRecord => {
  const site = `https://${slug}.example.com`
  const isBig = risk === 'HIGH'
  const archived = status === 'ARCHIVED' || status === 'OFFBOARDED'
  const sso = random.chance(0.6)
  const known = category !== null
  return {
    id,
    name,
    category,
    risk,
    type: known ? random.pick(['VENDOR', 'SUPPLIER', 'PARTNER', 'CONTRACTOR']) : null,
    critical: known ? isBig && random.chance(0.5) : null,
    status,
    location: random.pick(PLACES),
    url: known ? site : null,
    privacyUrl: known ? `${site}/privacy` : null,
    termsUrl: known ? `${site}/terms` : null,
    trustCenterUrl: isBig ? `https://trust.${slug}.example.com` : null,
    trustCenterProvider: null,
    servicesProvided,
    dataStored: random.pick(DATA),
    hasPii: isBig || random.chance(0.3),
    passwordPolicy: sso ? 'SSO' : 'USERNAME_PASSWORD',
    passwordRequiresMinLength: !sso,
    passwordMinLength: sso ? null : 12,
    passwordRequiresNumber: !sso,
    passwordRequiresSymbol: false,
    passwordMfaEnabled: isBig || sso,
    contactAtVendor: known ? random.pick(CONTACTS) : null,
    contactsEmail: known ? `security@${slug}.example.com` : null,
    notes: random.chance(0.3) ? 'Contract owner changed this year; confirm the contact.' : null,
    logoUrl: null,
    createdAt: calendar.at(-(id % 997) - 800, 10, id % 60),
    updatedAt: calendar.at(-(id % 61) - 1, 14, id % 60),
    isSubProcessor: isBig && random.chance(0.5),
    isSubProcessorActive: false,
    archivedAt: archived ? calendar.at(-45, 17) : null,
    renewalDate: known ? calendar.day(random.int(10, 400)) : null,
    renewalScheduleType: known ? random.pick(['ONE_YEAR', 'SIX_MONTHS', 'CUSTOM']) : null,
    renewalDateStatus: known ? 'COMPLETED' : null,
    confirmedAt: known ? calendar.at(-(id % 90) - 5, 11) : null,
    sharedAccountId: null,
    isDrataUser: false,
    events: null,
    operationalImpact: isBig ? 'IMPORTANT' : 'NORMAL',
    environmentAccess: isBig ? 'READ_ONLY' : 'NO',
    impactLevel: isBig ? 'MAJOR' : 'MINOR',
    dataAccessedOrProcessedList: isBig ? ['PII', 'FINANCIAL'] : null,
    userId: known ? LANDMARKS.adaReyes.id + random.int(3, 8) : null,
    relationshipContactId: known ? LANDMARKS.adaReyes.id + 4 : null,
  }
}

/** The vendors. @param unknownValues adds words that the contract does not know */
export const createVendors = (
  calendar: Calendar,
  random: Random,
  unknownValues: boolean,
): VendorRecord[] =>
  ROWS.map((row, index) => {
    const vendor = vendorOf(row, LANDMARKS.northwind.id + index, calendar, random)
    if (vendor.id === northwind.id)
      return {
        ...vendor,
        type: 'VENDOR',
        critical: true,
        location: 'Columbus, Ohio',
        dataStored: 'Bank details and payment history',
        hasPii: true,
        contactAtVendor: 'Rosa Quispe',
        renewalDate: calendar.day(47),
        renewalScheduleType: 'ONE_YEAR',
        isSubProcessor: true,
        isSubProcessorActive: true,
        impactLevel: 'CRITICAL',
        operationalImpact: 'CRITICAL',
        environmentAccess: 'READ_WRITE',
        userId: LANDMARKS.adaReyes.id + 7,
      }
    return unknownValues && row[4] === 'gorsebank'
      ? { ...vendor, risk: 'SEVERE', status: 'SUNSET' }
      : vendor
  })
