import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { configQuery } from '../../api/config.ts'
import { keptSourcesQuery, sourceStore } from '../../api/saving/kept-sources.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { MenuAction, MenuTitle } from '../menu-parts.tsx'

const ConfirmDialog = lazyPart(() => import('../../ui/confirm-dialog.tsx'))

/** The reviews whose sources this browser keeps, and a way to delete them. */
export const SourcesMenu = () => {
  const queryClient = useQueryClient()
  const { data: config } = useQuery(configQuery)
  const query = keptSourcesQuery(config?.user ?? '')
  const { data: reviews = [] } = useQuery(query)
  const [isAsking, setIsAsking] = useState(false)
  if (reviews.length === 0) return null
  const wipe = async (): Promise<void> => {
    await sourceStore().wipe()
    setIsAsking(false)
    await queryClient.invalidateQueries(query)
  }
  return (
    <section aria-label="Sources from reports">
      <MenuTitle>Sources from reports in this browser</MenuTitle>
      <ul>
        {reviews.map(({ vendorId, reviewId, reviewTitle, sources }) => (
          <li key={`${vendorId}/${reviewId}`}>
            <Link
              to="/vendors/$vendorId/security-reviews/$reviewId"
              params={{ vendorId, reviewId }}
            >
              <bdi>{reviewTitle}</bdi>
            </Link>
            <small>
              {sources.length} {sources.length === 1 ? 'source' : 'sources'}
            </small>
          </li>
        ))}
      </ul>
      <MenuAction onClick={() => setIsAsking(true)}>Delete all sources</MenuAction>
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            title="Delete all sources"
            text="Where values came from, and which suggestions you dismissed, is deleted in every review. The values stay. This cannot be undone."
            confirmLabel="Delete"
            onConfirm={wipe}
            onCancel={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </section>
  )
}
