import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useElementScrollRestoration } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { securityReviews } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import { reviewTitle } from '../../../../domain/contract/review.ts'
import { ReviewEditor } from '../../../../editing/review-editor.tsx'
import { FileLinks } from '../../../../features/files/file-links.tsx'
import { PageDrop } from '../../../../features/files/page-drop.tsx'
import { ReviewFiles } from '../../../../features/files/review-files.tsx'
import { ReviewActions } from '../../../../features/review/decide-review.tsx'
import { EditNotices } from '../../../../features/review/edit-notices.tsx'
import { ReviewFacts } from '../../../../features/review/review-facts.tsx'
import { ReviewStateLine } from '../../../../features/review/review-state-line.tsx'
import { SaveControls } from '../../../../features/review/save-controls.tsx'
import { TitleEditor } from '../../../../features/review/title-editor.tsx'
import { SocForm } from '../../../../features/soc-form/soc-form.tsx'
import { vendorCrumb, vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { Page } from '../../../../ui/page.tsx'

const route = getRouteApi('/vendors/$vendorId/security-reviews/$reviewId')

/**
 * Lets where one is be painted first; what is below follows at once, without holding back a click.
 * Whoever comes back to a place further down gets it all in one go, or there is no such place yet.
 * @returns whether it is time for what is below
 */
const useIsTimeForAll = (): boolean => {
  const place = useElementScrollRestoration({ getElement: () => window })
  return useDeferredValue(true, place !== undefined && place.scrollY > 0)
}

/** One review: where it stands, its form, and its files. */
export const ReviewPage = () => {
  const { vendorId, reviewId } = route.useParams()
  const { open } = route.useSearch()
  const { data: vendor } = useSuspenseQuery(vendors.detail(vendorId))
  const { data: review } = useSuspenseQuery(securityReviews.detail(vendorId, reviewId))
  const isTimeForAll = useIsTimeForAll()
  const place = { vendorId, reviewId }
  return (
    // Numbers of reviews are not said to be unique among vendors.
    <ReviewEditor key={`${vendorId}/${reviewId}`} vendorId={vendorId} review={review}>
      <PageDrop {...place}>
        <Page
          title={reviewTitle(review)}
          crumbs={[vendorsCrumb, vendorCrumb(vendor)]}
          aside={<TitleEditor />}
          actions={
            <>
              <SaveControls />
              <ReviewActions vendorId={vendorId} review={review} />
            </>
          }
        >
          <ReviewStateLine review={review} />
          {isTimeForAll ? (
            <>
              <EditNotices />
              <ReviewFacts review={review} />
              {review.socReviewForm && (
                <SocForm
                  form={review.socReviewForm}
                  open={open}
                  further={<FileLinks {...place} />}
                />
              )}
              <ReviewFiles {...place} />
            </>
          ) : (
            <div aria-busy="true" />
          )}
        </Page>
      </PageDrop>
    </ReviewEditor>
  )
}
