import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useElementScrollRestoration } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { securityReviews } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import { labelOf, REVIEW_STATUS_LABELS } from '../../../../domain/contract/labels.ts'
import { reviewTitle } from '../../../../domain/contract/review.ts'
import { vendorName } from '../../../../domain/contract/vendor.ts'
import { ReviewEditor } from '../../../../editing/review-editor.tsx'
import { FileLinks } from '../../../../features/files/file-links.tsx'
import { PageDrop } from '../../../../features/files/page-drop.tsx'
import { ReviewFiles } from '../../../../features/files/review-files.tsx'
import { ReportButton, type ReportChange } from '../../../../features/report/report-button.tsx'
import { ReportRegion } from '../../../../features/report/report-region.tsx'
import { ReviewActions } from '../../../../features/review/decide-review.tsx'
import { DecisionOutcomeProvider } from '../../../../features/review/decision-outcome.tsx'
import { EditNotices } from '../../../../features/review/edit-notices.tsx'
import { PreviousReviewLink } from '../../../../features/review/previous-review-link.tsx'
import { AboutReview, PrintedFacts, ReviewNote } from '../../../../features/review/review-facts.tsx'
import { ReviewRemark } from '../../../../features/review/review-remark.tsx'
import { ReviewStateLine } from '../../../../features/review/review-state-line.tsx'
import { SaveControls } from '../../../../features/review/save-controls.tsx'
import { TitleEditor } from '../../../../features/review/title-editor.tsx'
import { SectionsProgress } from '../../../../features/soc-form/sections-progress.tsx'
import { SocForm } from '../../../../features/soc-form/soc-form-panels.tsx'
import { vendorCrumb, vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { useIsPainted } from '../../../../ui/hooks/use-is-painted.ts'
import { SplitView } from '../../../../ui/layout/split-view.tsx'
import { useSlot } from '../../../../ui/layout/use-slot.tsx'
import { Page } from '../../../../ui/page.tsx'

const route = getRouteApi('/vendors/$vendorId/security-reviews/$reviewId')

/**
 * Whether to render what is not in the first frame. The first frame has the heading and the way here,
 * which the page knows before the click, so that the click is answered at once. When a scroll position
 * is being restored, everything is in it: the target must exist.
 */
const useDeferredParts = (): boolean => {
  const position = useElementScrollRestoration({ getElement: () => window })
  return useIsPainted(position !== undefined && position.scrollY > 0)
}

const FormlessHint = () => (
  <p>
    This review has no SOC form: its evidence is in the vendor’s questionnaires and documents. Read
    those, then decide.
  </p>
)

/** Changes what the address says about the report, in place of what it said. */
const useReportChange = () => {
  const navigate = route.useNavigate()
  return useCallback(
    (change: ReportChange & { page?: number | undefined }): void =>
      void navigate({
        search: (previous) => ({ ...previous, ...change }),
        hash: true,
        replace: true,
      }),
    [navigate],
  )
}

interface ReportSideProps {
  vendorId: number
  reviewId: number
  /** Whether a click has opened it. */
  takesFocus: boolean
}

/** The report in front. It alone renders anew when another page is in front. */
const ReportSide = (props: ReportSideProps) => {
  const { report, page } = route.useSearch({ select: ({ report, page }) => ({ report, page }) })
  const change = useReportChange()
  return (
    report !== undefined && (
      <ReportRegion
        {...props}
        current={report}
        page={page}
        onChange={(next) => change({ report: next, page: undefined, front: undefined })}
        onPage={(next) => change({ page: next })}
        onFront={() => change({ front: undefined })}
      />
    )
  )
}

/** One review: its state, its form and its files. */
export const ReviewPage = () => {
  const { vendorId, reviewId } = route.useParams()
  const { open, report, front } = route.useSearch({
    select: ({ open, report, front }) => ({ open, report, front }),
  })
  const changeReport = useReportChange()
  const [isReportAskedFor, setIsReportAskedFor] = useState(false)
  const { data: vendor } = useSuspenseQuery(vendors.detail(vendorId))
  const { data: review } = useSuspenseQuery(securityReviews.detail(vendorId, reviewId))
  const showsParts = useDeferredParts()
  const [aside, state, actions] = [useSlot(), useSlot(), useSlot()]
  const ids = { vendorId, reviewId }
  const { socReviewForm: form, note, status, type } = review
  const further = (
    <>
      <FileLinks {...ids} />
      <PreviousReviewLink vendorId={vendorId} review={review} />
    </>
  )
  const remark = (
    <>
      <ReviewRemark vendorId={vendorId} review={review} />
      {note && status === 'COMPLETED' && <ReviewNote note={note} />}
    </>
  )
  const showReport = (change: ReportChange): void => {
    setIsReportAskedFor(true)
    changeReport({ page: undefined, ...change })
  }
  const files = (
    <ReviewFiles
      {...ids}
      onRead={
        form ? (documentId) => showReport({ report: `${documentId}`, front: undefined }) : undefined
      }
    />
  )
  const parts = (
    // The contract does not promise that a review's id is unique across vendors.
    <ReviewEditor key={`${vendorId}/${reviewId}`} vendorId={vendorId} review={review}>
      <DecisionOutcomeProvider>
        {aside.fill(<TitleEditor />)}
        {state.fill(
          <>
            <ReviewStateLine review={review} />
            <AboutReview review={review} />
          </>,
        )}
        {actions.fill(
          <>
            {form && <SectionsProgress open={open} further={further} />}
            {form && <ReportButton {...ids} report={report} front={front} onChange={showReport} />}
            <SaveControls />
            <ReviewActions vendorId={vendorId} review={review} />
          </>,
        )}
        <EditNotices />
        <PrintedFacts review={review} />
        {form ? (
          <SplitView
            main={
              <SocForm form={form} open={open} remark={remark} further={further} aside={files} />
            }
            side={
              report === undefined ? null : <ReportSide {...ids} takesFocus={isReportAskedFor} />
            }
            dividerLabel="Divider between form and report"
            isSideInFront={front !== 'form'}
          />
        ) : (
          <>
            {remark}
            {type !== 'SOC_REPORT' && <FormlessHint />}
            {files}
          </>
        )}
      </DecisionOutcomeProvider>
    </ReviewEditor>
  )
  return (
    <PageDrop {...ids}>
      <Page
        title={reviewTitle(review)}
        context={[vendorName(vendor), labelOf(REVIEW_STATUS_LABELS, status)]}
        crumbs={[vendorsCrumb, vendorCrumb(vendor)]}
        aside={aside.place}
        state={state.place}
        actions={actions.place}
      >
        {showsParts ? parts : <div aria-busy="true" />}
      </Page>
    </PageDrop>
  )
}
