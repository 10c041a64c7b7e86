import { Button, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type Review, reviewTitle } from '../../domain/contract/review.ts'
import { formatInstant } from '../../lib/dates.ts'
import { visibleText } from '../../lib/text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'

interface UnsureDialogProps {
  vendorId: number
  /** The reviews that it may be; empty if they could not be read. */
  candidates: readonly Review[]
  /** Set if the question is about an earlier creation, not this one. */
  earlier: { title: string | null; sentAt: string } | undefined
  /** Whether a lookup or a creation is running. */
  isPending: boolean
  /** Looks the review up again, and creates it only if it is absent. */
  onLookAgain: () => void
  onCreateAnyway: () => void
  /** Called when the user opens a candidate, which settles that this is the review. */
  onOpen: (reviewId: number) => void
  onClose: () => void
}

const likenessOf = (count: number): string => {
  if (count === 0)
    return ', and Countersign cannot check now whether it exists. Look again in a moment.'
  return `. ${count === 1 ? 'This review' : 'One of these reviews'} may be it:`
}

/** Asks the analyst whether the review already exists after an unsure creation. */
const UnsureDialog = (props: UnsureDialogProps) => {
  const { vendorId, candidates, earlier, isPending } = props
  const { onLookAgain, onCreateAnyway, onOpen, onClose } = props
  const [only, ...others] = candidates
  return (
    <Dialog onClose={onClose} isBusy={isPending} title="This review may already exist" centered>
      <Stack gap={16}>
        <p>
          {earlier && (
            <>
              On {formatInstant(earlier.sentAt)} the review “
              <bdi>{visibleText(earlier.title) ?? 'Untitled'}</bdi>” was to be created here.{' '}
            </>
          )}
          Drata did not confirm {earlier ? 'it' : 'the review'}
          {likenessOf(candidates.length)}
        </p>
        {only && (
          <ul>
            {candidates.map((review) => (
              <li key={review.id}>
                <Link
                  replace
                  to="/vendors/$vendorId/security-reviews/$reviewId"
                  params={{ vendorId, reviewId: review.id }}
                  onClick={() => onOpen(review.id)}
                >
                  <bdi>{reviewTitle(review)}</bdi>
                </Link>
                {review.createdAt && (
                  <>
                    , created{' '}
                    <time dateTime={review.createdAt}>{formatInstant(review.createdAt)}</time>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <DialogButtons>
          <Button variant="default" disabled={isPending} onClick={onCreateAnyway}>
            Create anyway
          </Button>
          {only && others.length === 0 && (
            <Button
              renderRoot={(root) => (
                <Link
                  {...root}
                  replace
                  to="/vendors/$vendorId/security-reviews/$reviewId"
                  params={{ vendorId, reviewId: only.id }}
                  onClick={() => onOpen(only.id)}
                />
              )}
            >
              Open it
            </Button>
          )}
          {!only && (
            <Button loading={isPending} onClick={onLookAgain}>
              Look again
            </Button>
          )}
        </DialogButtons>
      </Stack>
    </Dialog>
  )
}

export default UnsureDialog
