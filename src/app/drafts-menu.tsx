import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { configQuery } from '../api/config.ts'
import { forgetEarlier } from '../api/saving/earlier-records.ts'
import type { ForeignRecord } from '../api/saving/work-store.ts'
import { unsavedDraftsQuery } from '../editing/unsaved-drafts.ts'
import { works } from '../editing/works.ts'
import { formatInstant } from '../lib/dates.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { MenuAction, MenuTitle } from './menu-parts.tsx'

const ConfirmDialog = lazyPart(() => import('../ui/confirm-dialog.tsx'))
const WordsDialog = lazyPart(() => import('../ui/words-dialog.tsx'))

const nameOf = ({ review }: ForeignRecord): string =>
  review ? `Review ${review.reviewId} of vendor ${review.vendorId}` : 'A review'

interface OtherVersionsProps {
  records: readonly ForeignRecord[]
  onForget: (record: ForeignRecord) => Promise<void>
}

/** Unsaved work of another version of the app. Its texts can be read and copied. */
const OtherVersions = ({ records, onForget }: OtherVersionsProps) => {
  const [shown, setShown] = useState<ForeignRecord>()
  if (records.length === 0) return null
  return (
    <>
      <MenuTitle>Written by another version of Countersign</MenuTitle>
      <ul>
        {records.map((record) => (
          <li key={record.key}>
            {nameOf(record)} <MenuAction onClick={() => setShown(record)}>Show its text</MenuAction>
            <MenuAction
              onClick={() => void onForget(record)}
              aria-label={`Delete ${nameOf(record)}`}
            >
              {' '}
              Delete{' '}
            </MenuAction>
          </li>
        ))}
      </ul>
      {shown && (
        <Suspense>
          <WordsDialog
            words={shown.texts.map((text, index) => ({ label: `Text ${index + 1}`, text }))}
            onClose={() => setShown(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

/** The unsaved work that this browser keeps, by review, and a way to delete it. */
export const DraftsMenu = () => {
  const queryClient = useQueryClient()
  const { store } = works()
  const { data: config } = useQuery(configQuery)
  const query = unsavedDraftsQuery(config?.user ?? '')
  const { data: { records, foreign } = { records: [], foreign: [] } } = useQuery(query)
  const [isAsking, setIsAsking] = useState(false)
  if (records.length + foreign.length === 0) return null
  const refresh = () => queryClient.invalidateQueries(query)
  const wipe = async (): Promise<void> => {
    await store.wipe()
    setIsAsking(false)
    await refresh()
  }
  const forget = async ({ key }: ForeignRecord): Promise<void> => {
    await Promise.all([store.removeForeign(key), forgetEarlier(key)])
    await refresh()
  }
  return (
    <section aria-label="Unsaved drafts">
      <MenuTitle>Unsaved drafts in this browser</MenuTitle>
      <ul>
        {records.map(({ vendorId, reviewId, reviewTitle, savedAt, id }) => (
          <li key={id}>
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
      <OtherVersions records={foreign} onForget={forget} />
      {records.length > 0 && (
        <MenuAction onClick={() => setIsAsking(true)}>Delete all drafts</MenuAction>
      )}
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            title="Delete all drafts"
            text="Everything typed and not saved is deleted, in every review. This cannot be undone."
            confirmLabel="Delete"
            onConfirm={wipe}
            onCancel={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </section>
  )
}
