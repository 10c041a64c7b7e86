import { Text } from '@mantine/core'
import { useDeferredValue } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { reviewTitle } from '../../../../domain/contract/review.ts'
import { vendorName } from '../../../../domain/contract/vendor.ts'
import { CheckBox } from '../../../../ui/fields/check-box.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import classes from '../results.module.css'
import type { PlannedReview } from './plan.ts'

interface PlanPreviewProps {
  plan: readonly PlannedReview[]
  skipsOpen: UseFormRegisterReturn
}

/** Lists each vendor with the title of its review and any open review of the same type. */
export const PlanPreview = ({ plan, skipsOpen }: PlanPreviewProps) => {
  // Typing takes priority over the preview for hundreds of vendors.
  const shown = useDeferredValue(plan)
  const openCount = plan.filter(({ open }) => open).length
  return (
    <section aria-labelledby="plan-heading">
      <Text component="h3" id="plan-heading" fz={14} fw={600} mb={8}>
        Reviews to be started
      </Text>
      {openCount > 0 && (
        <Notice tone="warning">
          <p>
            {openCount === 1 ? '1 vendor has' : `${openCount} vendors have`} an open review of this
            type already.
          </p>
          <CheckBox label="Skip vendors with an open review of this type" {...skipsOpen} />
        </Notice>
      )}
      <ul aria-labelledby="plan-heading" className={classes.list}>
        {shown.map(({ vendorId, vendor, title, open, isSkipped }) => (
          <li key={vendorId} {...(isSkipped && { className: 'quiet' })}>
            <bdi className="cut" title={vendorName(vendor)}>
              {vendorName(vendor)}
            </bdi>
            <span>
              {isSkipped ? 'Skipped' : <bdi>{title}</bdi>}
              {open && (
                <>
                  {' '}
                  <Tag tone="warning">{`Open: ${reviewTitle(open)}`}</Tag>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
