import type { Review } from '../../domain/contract/review.ts'
import { formatInstant, formatInstantDay } from '../../lib/dates.ts'
import { safeHref } from '../../lib/links.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { type Fact, FactList, stated } from '../../ui/fact-list.tsx'
import classes from './review-facts.module.css'

const instant = (at: string | undefined) => at && <time dateTime={at}>{formatInstant(at)}</time>

/** Facts that are not in a review's form, and what only Drata can do (contract, point 26). */
export const ReviewFacts = ({ review }: { review: Review }) => {
  const href = review._links?.self.href
  const facts: Fact[] = [
    [
      'Requested on',
      <time key="requested" dateTime={review.requestedAt}>
        {formatInstantDay(review.requestedAt)}
      </time>,
    ],
    ['Created', instant(review.createdAt)],
    ['Updated', instant(review.updatedAt)],
    [
      'Record',
      href !== undefined && safeHref(href) && (
        <ExternalLink key="record" href={href}>
          Open in Drata
        </ExternalLink>
      ),
    ],
  ]
  return (
    <section aria-label="About this review" className={classes.facts}>
      <FactList facts={stated(facts)} />
      <p className={classes.elsewhere}>
        Only in Drata: changing the deadline, requester, type or note, deleting the review, and
        comments and observations.
      </p>
      {review.note && (
        <div className={classes.note}>
          <h2>Note</h2>
          <p dir="auto">{review.note}</p>
        </div>
      )}
      {review.type !== 'SOC_REPORT' && !review.socReviewForm && (
        <p className={classes.hint}>
          This review has no SOC form: its evidence is in the vendor’s questionnaires and documents.
          Read those, then decide.
        </p>
      )}
    </section>
  )
}
