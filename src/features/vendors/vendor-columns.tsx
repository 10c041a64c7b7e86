import { Link } from '@tanstack/react-router'
import { labelOf, VENDOR_RISK_LABELS, VENDOR_STATUS_LABELS } from '../../domain/contract/labels.ts'
import { type Vendor, vendorName } from '../../domain/contract/vendor.ts'
import { deadlineOf, nextDeadline } from '../../domain/deadline.ts'
import { deadlineTone, riskTone } from '../../domain/tones.ts'
import type { VendorSort } from '../../domain/vendor-sorts.ts'
import { formatInstantDay } from '../../lib/dates.ts'
import { DeadlineText } from '../../ui/deadline-text.tsx'
import type { Column } from '../../ui/lists/virtual-table.tsx'
import { Tag } from '../../ui/tag.tsx'

/** The columns of the list of vendors. Each column's id is also a sort order. */
export const vendorColumns = (today: string): (Column<Vendor> & { id: VendorSort })[] => [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(200px, 3fr)',
    narrow: 'title',
    cell: (vendor) => (
      <Link
        to="/vendors/$vendorId/security-reviews"
        params={{ vendorId: vendor.id }}
        title={vendorName(vendor)}
        data-row-link
      >
        <bdi>{vendorName(vendor)}</bdi>
      </Link>
    ),
  },
  {
    id: 'risk',
    header: 'Risk',
    width: 'minmax(90px, 1fr)',
    narrow: 'meta',
    cell: ({ risk }) => <Tag tone={riskTone(risk)}>{labelOf(VENDOR_RISK_LABELS, risk)}</Tag>,
  },
  {
    id: 'critical',
    header: 'Critical',
    width: '80px',
    cell: ({ critical }) => (critical === null ? 'Not stated' : critical ? 'Yes' : 'No'),
  },
  {
    id: 'status',
    header: 'Status',
    width: 'minmax(110px, 1fr)',
    cell: ({ status }) => labelOf(VENDOR_STATUS_LABELS, status),
  },
  {
    id: 'deadline',
    header: 'Next deadline',
    width: '250px',
    narrow: 'end',
    cell: ({ latestSecurityReviews }) => {
      const next = nextDeadline(latestSecurityReviews ?? [])
      if (!next) return 'No open review'
      const due = deadlineOf(next, today)
      return <DeadlineText text={due.text} tone={deadlineTone(due)} at={next.reviewDeadlineAt} />
    },
  },
  {
    id: 'updated',
    header: 'Updated',
    width: '110px',
    cell: ({ updatedAt }) => formatInstantDay(updatedAt),
  },
]
