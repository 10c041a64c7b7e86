import { ExternalLink } from '../../ui/external-link.tsx'

/** Says how a vendor's first review is started. */
export const StartReviewHint = ({ href }: { href: string | undefined }) => (
  <p>
    Start one on the vendor’s page in Drata; it appears here as soon as it exists.{' '}
    {href !== undefined && <ExternalLink href={href}>Open the vendor in Drata</ExternalLink>}
  </p>
)
