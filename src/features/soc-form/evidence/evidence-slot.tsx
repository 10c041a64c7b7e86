import { memo, Suspense, useEffect, useSyncExternalStore } from 'react'
import type { SocListId } from '../../../domain/soc/form-fields.ts'
import type { Path } from '../../../domain/work/values.ts'
import { evidencePresence, watchEvidence } from '../../../editing/evidence/evidence-presence.ts'
import { reportReading } from '../../../editing/evidence/report-reading.ts'
import { useReviewEditing } from '../../../editing/review-editing.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import type { TakeItems } from '../list-editor/list-editor-state.ts'

/** The places of a form where it shows what a report says. Their code loads when there is a report. */

const FieldEvidence = lazyPart(() => import('./field-evidence.tsx'))
const FieldSources = lazyPart(() => import('./field-sources.tsx'))
const ListEvidence = lazyPart(() => import('./list-evidence.tsx'))
const ReadingState = lazyPart(() => import('./reading-state.tsx'))

/** What a report says for a field. It does not render when the field does. */
export const FieldEvidenceSlot = memo(({ path }: { path: Path }) =>
  useStore(evidencePresence()) ? (
    <Suspense>
      <FieldEvidence path={path} />
    </Suspense>
  ) : null,
)
FieldEvidenceSlot.displayName = 'FieldEvidenceSlot'

/** Where the value of a field came from, for a form that is only read. */
export const FieldSourcesSlot = ({ path }: { path: Path }) =>
  useStore(evidencePresence()) ? (
    <Suspense>
      <FieldSources path={path} />
    </Suspense>
  ) : null

interface ListEvidenceSlotProps {
  list: SocListId
  /** Adds items to the list. */
  take: TakeItems
}

/** The items that a report names for a list. */
export const ListEvidenceSlot = memo(({ list, take }: ListEvidenceSlotProps) =>
  useStore(evidencePresence()) ? (
    <Suspense>
      <ListEvidence list={list} take={take} />
    </Suspense>
  ) : null,
)
ListEvidenceSlot.displayName = 'ListEvidenceSlot'

/** What is known of the report as a whole. A form has one such place. */
export const ReadingStateSlot = () => {
  const { vendorId, review } = useReviewEditing()
  const { subscribe, getState } = reportReading()
  const hasReport = useSyncExternalStore(subscribe, () => getState().state !== 'none')
  useEffect(() => watchEvidence({ vendorId, reviewId: review.id }), [vendorId, review.id])
  return hasReport ? (
    <Suspense>
      <ReadingState />
    </Suspense>
  ) : null
}
