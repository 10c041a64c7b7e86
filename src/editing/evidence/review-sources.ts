import {
  type Dismissal,
  NO_SOURCES,
  type Source,
  type SourceStore,
  type SourcesAndDismissals,
  sourceStore,
} from '../../api/saving/kept-sources.ts'
import type { ReviewKey } from '../../api/saving/save-work.ts'
import { meetItems } from '../../domain/evidence/meet-form.ts'
import { isSame } from '../../domain/soc/edit.ts'
import type { SocItem } from '../../domain/soc/form-fields.ts'
import { listAt } from '../../domain/work/values.ts'
import { service } from '../../lib/services.ts'
import { createStore, type Readable } from '../../lib/store.ts'

/** The sources and dismissals of one review. The page changes at once, the browser's record follows. */
export interface ReviewSources extends Readable<SourcesAndDismissals> {
  /** Reads what this browser keeps. @returns resolves once it is read */
  load: () => Promise<void>
  /** Notes that values were used. They replace earlier sources of the same field or item. */
  use: (sources: readonly Source[]) => Promise<void>
  /** Forgets sources whose use was undone. */
  drop: (sources: readonly Source[]) => Promise<void>
  dismiss: (dismissal: Dismissal) => Promise<void>
  undoDismissal: (dismissal: Dismissal) => Promise<void>
}

/** Whether two sources are about the same field or the same item. */
const isSamePlace = (one: Source, other: Source): boolean => {
  if (one.path !== other.path) return false
  const list = listAt(one.path)
  if (list === undefined) return true
  return meetItems(list, [one.value as SocItem], [other.value as SocItem])[0] === true
}

const without =
  (gone: readonly Source[]) =>
  (held: SourcesAndDismissals): SourcesAndDismissals => ({
    ...held,
    sources: held.sources.filter((source) => !gone.some((other) => isSamePlace(source, other))),
  })

const isDismissal = (one: Dismissal, other: Dismissal): boolean =>
  one.sha256 === other.sha256 && one.path === other.path && isSame(one.value, other.value)

const withoutDismissal = (gone: Dismissal, held: SourcesAndDismissals): SourcesAndDismissals => ({
  ...held,
  dismissals: held.dismissals.filter((one) => !isDismissal(one, gone)),
})

export const createReviewSources = (
  review: ReviewKey & { reviewTitle: string },
  store: SourceStore,
): ReviewSources => {
  const { getState, setState, subscribe } = createStore(NO_SOURCES)
  /** Changes reach the record in the order in which they were made. */
  let last: Promise<void> = Promise.resolve()
  let loading: Promise<void> | undefined
  let waiting = 0

  const change = (edit: (held: SourcesAndDismissals) => SourcesAndDismissals): Promise<void> => {
    setState(edit(getState()))
    waiting += 1
    last = last.then(async () => {
      const kept = await store.change(review, edit)
      waiting -= 1
      // While a later change waits, the page shows more than the record holds.
      if (kept !== null && waiting === 0) setState(kept)
    })
    return last
  }

  store.onWipe(() => setState(NO_SOURCES))

  return {
    getState,
    subscribe,
    load: () => {
      loading ??= store.read(review).then((kept) => {
        if (waiting === 0 && kept !== NO_SOURCES) setState(kept)
      })
      return loading
    },
    use: (sources) =>
      change((held) => {
        const others = without(sources)(held)
        return { ...others, sources: [...others.sources, ...sources] }
      }),
    drop: (sources) => change(without(sources)),
    dismiss: (dismissal) =>
      change((held) => {
        const others = withoutDismissal(dismissal, held)
        return { ...others, dismissals: [...others.dismissals, dismissal] }
      }),
    undoDismissal: (dismissal) => change((held) => withoutDismissal(dismissal, held)),
  }
}

/** The sources of each review that this page has shown. */
export const reviewSources = service(() => {
  const ofReviews = new Map<string, ReviewSources>()
  return (review: ReviewKey & { reviewTitle: string }): ReviewSources => {
    const name = `${review.vendorId}/${review.reviewId}`
    const known = ofReviews.get(name) ?? createReviewSources(review, sourceStore())
    ofReviews.set(name, known)
    return known
  }
})
