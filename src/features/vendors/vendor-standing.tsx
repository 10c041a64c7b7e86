import {
  labelOf,
  NOT_STATED,
  VENDOR_RISK_LABELS,
  VENDOR_STATUS_LABELS,
} from '../../domain/contract/labels.ts'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { riskTone } from '../../domain/tones.ts'
import { QuietText } from '../../ui/layout/quiet-text.tsx'
import { Tag } from '../../ui/tag.tsx'

/** "High risk"; the label of no risk says so itself. */
const riskWords = (risk: Vendor['risk']): string => {
  const label = labelOf(VENDOR_RISK_LABELS, risk)
  return risk === 'NONE' ? label : `${label} risk`
}

/** How much a vendor matters, and its status, beside its name. What is not stated is left out. */
export const VendorStanding = ({ vendor }: { vendor: Vendor }) => {
  const { risk, critical } = vendor
  const status = labelOf(VENDOR_STATUS_LABELS, vendor.status)
  return (
    <>
      {labelOf(VENDOR_RISK_LABELS, risk) !== NOT_STATED && (
        <Tag tone={riskTone(risk)}>{riskWords(risk)}</Tag>
      )}
      {critical && <Tag>Critical</Tag>}
      {status !== NOT_STATED && (
        <QuietText>
          <bdi>{status}</bdi>
        </QuietText>
      )}
    </>
  )
}
