import { Link } from '@tanstack/react-router'
import { type Vendor, vendorName } from '../../domain/contract/vendor.ts'

/** The way to the list of vendors. */
export const vendorsCrumb = (
  <Link key="vendors" to="/vendors">
    Vendors
  </Link>
)

/** The way to a vendor and its reviews. */
export const vendorCrumb = (vendor: Vendor) => (
  <Link key="vendor" to="/vendors/$vendorId/security-reviews" params={{ vendorId: vendor.id }}>
    <bdi>{vendorName(vendor)}</bdi>
  </Link>
)
