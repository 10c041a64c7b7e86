import { Button } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { Vendor } from '../../../domain/contract/vendor.ts'
import { FieldNote } from '../../../ui/fields/field-note.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'

const load = () => import('./start-reviews-dialog.tsx')
const StartReviewsDialog = lazyPart(load)

/** As many as one dialog can show and one person can check. */
const MOST = 500

interface StartReviewsProps {
  vendors: readonly Vendor[]
  /** Called when the dialog closes, with the vendors whose reviews were started. */
  onStarted: (vendorIds: readonly number[]) => void
}

/** The button that starts a review for each selected vendor. */
export const StartReviews = ({ vendors, onStarted }: StartReviewsProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)

  // If vendors stay selected, this button stays too, and gets the focus back.
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  const isTooMany = vendors.length > MOST
  return (
    <>
      <Button
        size="xs"
        ref={button}
        disabled={isTooMany}
        onPointerEnter={() => void load()}
        onClick={() => setIsOpen(true)}
      >
        Start reviews
      </Button>
      {isTooMany && <FieldNote kind="remark">At most {MOST} at a time</FieldNote>}
      <Suspense>
        {isOpen && (
          <StartReviewsDialog
            of={{ vendors }}
            onClose={(started) => {
              setIsOpen(false)
              onStarted(started)
            }}
          />
        )}
      </Suspense>
    </>
  )
}
