import { Box, Text } from '@mantine/core'
import { labelOf, REVIEW_TYPE_LABELS } from '../../domain/contract/labels.ts'
import { type Review, reviewTitle } from '../../domain/contract/review.ts'
import { displayName } from '../../domain/contract/user.ts'
import { formatInstant, formatInstantDay } from '../../lib/dates.ts'
import { safeHref } from '../../lib/links.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { type Fact, FactList, stated } from '../../ui/fact-list.tsx'
import { usePrinting } from '../../ui/hooks/use-printing.ts'
import { Popup } from '../../ui/popup.tsx'

const ABOUT = 'About this review'
const instant = (at: string | undefined) => at && <time dateTime={at}>{formatInstant(at)}</time>

/** The note of a review, under a heading. */
export const ReviewNote = ({ note }: { note: string }) => (
  <Box mt={4} w="100%">
    <Text component="h2" fz={12} c="var(--cs-text-quiet)">
      Note
    </Text>
    <Box component="p" dir="auto" maw="72ch" style={{ overflowX: 'clip', whiteSpace: 'pre-line' }}>
      {note}
    </Box>
  </Box>
)

/** Facts that are not in a review's form, and what only Drata can do (contract, point 26). */
const ReviewFacts = ({ review }: { review: Review }) => {
  const { type, status, user, requesterUser, requestedAt, createdAt, updatedAt, note } = review
  const href = review._links?.self.href
  const facts: Fact[] = [
    ['Title', reviewTitle(review)],
    ['Type', labelOf(REVIEW_TYPE_LABELS, type)],
    ['Reviewer', user && displayName(user)],
    ['Requested by', requesterUser && displayName(requesterUser)],
    [
      'Requested on',
      <time key="requested" dateTime={requestedAt}>
        {formatInstantDay(requestedAt)}
      </time>,
    ],
    ['Created', instant(createdAt)],
    ['Updated', instant(updatedAt)],
  ]
  return (
    <>
      <FactList facts={stated(facts)} />
      {/* The page of a completed review shows it. */}
      {note && status !== 'COMPLETED' && <ReviewNote note={note} />}
      <Text fz={12} mt={12} c="var(--cs-text-quiet)">
        The deadline and the requester are set when a review is created; Drata’s API does not let
        them be changed. Only in Drata: changing the type or note, deleting the review, and comments
        and observations.{' '}
        {href !== undefined && safeHref(href) && (
          <ExternalLink href={href}>Open in Drata</ExternalLink>
        )}
      </Text>
    </>
  )
}

/** A button that opens what is not in the review's form. */
export const AboutReview = ({ review }: { review: Review }) => (
  <Popup
    label={ABOUT}
    content={
      <Text span fz={13} c="var(--cs-accent)">
        {ABOUT}
      </Text>
    }
    align="end"
    role="region"
  >
    <Box w="min(480px, 100vw - 56px)">
      <ReviewFacts review={review} />
    </Box>
  </Popup>
)

/** The same on paper, where nothing opens. */
export const PrintedFacts = ({ review }: { review: Review }) =>
  usePrinting() && (
    <section aria-label={ABOUT}>
      <ReviewFacts review={review} />
    </section>
  )
