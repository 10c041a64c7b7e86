import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { draftsQuery, wipeDrafts } from '../api/saving/drafts.ts'
import { formatInstant } from '../lib/dates.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import classes from './user-menu.module.css'

const ConfirmDialog = lazyPart(() => import('../ui/confirm-dialog.tsx'))

/** The unsaved work that this browser keeps, review by review, and the way to wipe it. */
export const DraftsMenu = () => {
  const queryClient = useQueryClient()
  const { data: drafts = [] } = useQuery(draftsQuery)
  const [isAsking, setIsAsking] = useState(false)
  if (drafts.length === 0) return null
  const wipe = async (): Promise<void> => {
    await wipeDrafts()
    setIsAsking(false)
    await queryClient.invalidateQueries(draftsQuery)
  }
  return (
    <section aria-label="Unsaved drafts" className={classes.group}>
      <p className={classes.legend}>Unsaved drafts in this browser</p>
      <ul>
        {drafts.map(({ vendorId, reviewId, reviewTitle, savedAt, tab }) => (
          <li key={`${vendorId}/${reviewId}/${tab}`}>
            <Link
              to="/vendors/$vendorId/security-reviews/$reviewId"
              params={{ vendorId, reviewId }}
            >
              <bdi>{reviewTitle}</bdi>
            </Link>
            <small>{formatInstant(new Date(savedAt).toISOString())}</small>
          </li>
        ))}
      </ul>
      <button type="button" className={classes.action} onClick={() => setIsAsking(true)}>
        Wipe all drafts
      </button>
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            title="Wipe all drafts"
            text="What was typed and not saved is forgotten, in every review. This cannot be undone."
            confirmLabel="Wipe"
            onConfirm={wipe}
            onCancel={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </section>
  )
}
