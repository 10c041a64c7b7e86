import type { ReviewType } from '../../src/domain/contract/enums.ts'
import { LANDMARKS } from './landmarks.ts'
import type { Random } from './random.ts'
import type { Report } from './soc-forms.ts'

const SECURITY_TITLES = [
  'Annual security review',
  'Onboarding security review',
  'Renewal security review',
  'Review after incident notice',
  'Change of subprocessors',
  'Change of access scope',
]
const UPLOAD_TITLES = [
  'ISO 27001 certificate',
  'Penetration test summary',
  'Bridge letter',
  'Cyber insurance certificate',
  'Data processing agreement',
]

/** The longest title that is allowed: 191 characters. */
export const LONG_TITLE =
  'Extraordinary review of the hosting, support and subprocessing arrangements after the merger of the archive, shredding and digitising service, asked for by Legal and Claims before the renewal'

/** Titles in the vendor's script. */
const NATIVE_TITLES: Readonly<Record<number, string>> = {
  [LANDMARKS.arabicVendor.id]: 'مراجعة أمنية سنوية للمورّد – SOC 2',
  [LANDMARKS.japaneseVendor.id]: '年次セキュリティレビュー(SOC 2 報告書)',
  1008: 'סקירת אבטחה שנתית – דוח SOC 2',
  1031: '年度安全审查(第二类报告)',
  1032: '연간 보안 검토',
}

/**
 * The title of a review. The first of a vendor with another script is in that script. One title is
 * as long as is allowed, and every eleventh review has none.
 */
export const titleOf = (
  type: ReviewType,
  { certification, scopeType }: Report,
  vendorId: number,
  index: number,
  year: number,
  random: Random,
): string | null => {
  const shown = year - random.int(0, 1)
  const native = NATIVE_TITLES[vendorId]
  if (native !== undefined && index < 40) return native
  if (vendorId === LANDMARKS.longNameVendor.id && index < 40) return LONG_TITLE
  if (index % 11 === 10) return null
  if (type === 'SECURITY') return `${random.pick(SECURITY_TITLES)} ${shown}`
  if (type === 'UPLOAD_REPORT') return `${random.pick(UPLOAD_TITLES)} ${shown}`
  return `${certification.replace('_', ' ')} ${scopeType === 'TYPE_1' ? 'type 1' : 'type 2'} ${shown}`
}
