import { Link } from '@tanstack/react-router'
import { type Vendor, vendorName } from '../../domain/contract/vendor.ts'

/** The breadcrumb to the list of vendors. */
export const vendorsCrumb = (
  <Link key="vendors" to="/vendors">
    Vendors
  </Link>
)

/** The breadcrumb to a vendor and its reviews. */
export const vendorCrumb = (vendor: Pick<Vendor, 'id' | 'name'>) => (
  <Link key="vendor" to="/vendors/$vendorId/security-reviews" params={{ vendorId: vendor.id }}>
    <bdi>{vendorName(vendor)}</bdi>
  </Link>
)
