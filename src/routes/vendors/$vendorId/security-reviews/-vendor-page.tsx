import { Box, Button, Flex } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, useCallback } from 'react'
import { type Pages, rowsOf } from '../../../../api/cursor-list.ts'
import { documents } from '../../../../api/documents.ts'
import { questionnaires } from '../../../../api/questionnaires.ts'
import { securityReviews } from '../../../../api/security-reviews.ts'
import { useKnown, useKnownCount } from '../../../../api/use-known-count.ts'
import { vendors } from '../../../../api/vendors.ts'
import type { Review } from '../../../../domain/contract/review.ts'
import { vendorName } from '../../../../domain/contract/vendor.ts'
import { DocumentsSection } from '../../../../features/files/documents-section.tsx'
import { PageDrop } from '../../../../features/files/page-drop.tsx'
import { QuestionnairesSection } from '../../../../features/files/questionnaires-section.tsx'
import { NewReviewLink } from '../../../../features/reviews/new-review-link.tsx'
import {
  isFiltered,
  toFilters,
  type VendorReviewsSearch,
} from '../../../../features/reviews/reviews-search.ts'
import { VendorReviews } from '../../../../features/reviews/vendor-reviews.tsx'
import { vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { VendorLine } from '../../../../features/vendors/vendor-line.tsx'
import { VendorProfile } from '../../../../features/vendors/vendor-profile.tsx'
import { VendorStanding } from '../../../../features/vendors/vendor-standing.tsx'
import { VENDOR_TAB_LABELS, type VendorTab } from '../../../../features/vendors/vendor-tabs.ts'
import { useIsIdle } from '../../../../ui/hooks/use-is-idle.ts'
import { useMediaQuery } from '../../../../ui/hooks/use-media-query.ts'
import { type RoutedTab, RoutedTabs } from '../../../../ui/layout/routed-tabs.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { Page } from '../../../../ui/page.tsx'

const VendorCoverage = lazyPart(() => import('../../../../features/vendors/vendor-coverage.tsx'))

const route = getRouteApi('/vendors/$vendorId/security-reviews/')

const countSocReviews = (pages: Pages<Review>): number =>
  rowsOf(pages).filter(({ type }) => type === 'SOC_REPORT').length

/**
 * The height of the coverage, in pixels, before it is known: reports of the same time, or of
 * different certifications, take a row each. The list below should not move once they have been read.
 */
const coverageHeight = (socReviews: number): number => 16 + 30 * Math.min(socReviews, 3)

/** From this width on, the facts of the tab "About" have room beside the other tabs. */
const WIDE = '(min-width: 1600px)'

/** How many reviews, questionnaires and documents a vendor has, as far as that is known. */
const useCounts = (vendorId: number, search: VendorReviewsSearch) => {
  // A list that is filtered counts only what it found.
  const reviews = securityReviews.list(vendorId, isFiltered(search) ? {} : toFilters(search))
  return {
    reviews: useKnownCount(reviews),
    socReviews: useKnown(reviews, countSocReviews) ?? 0,
    questionnaires: useKnownCount(questionnaires.list(vendorId, null)),
    documents: useKnownCount(documents.list(vendorId)),
  }
}

/** One vendor: who it is in a line, and its reviews, files and facts in tabs. */
export const VendorPage = () => {
  const { vendorId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = useCallback(
    (change: Partial<VendorReviewsSearch>) =>
      void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true }),
    [navigate],
  )
  const onTab = (tab: VendorTab): void =>
    void navigate({
      search: (previous) => ({ ...previous, tab }),
      replace: true,
      resetScroll: false,
    })
  const { data: vendor } = useSuspenseQuery(vendors.detail(vendorId))
  const counts = useCounts(vendorId, search)
  const tab = (value: VendorTab, rest: Omit<RoutedTab<VendorTab>, 'value' | 'label'>) => ({
    value,
    label: VENDOR_TAB_LABELS[value],
    ...rest,
  })
  const { tab: openTab } = search
  // An empty list of reviews has this button itself.
  const isOffered = openTab === 'reviews' && counts.reviews === '0' && !isFiltered(search)
  const isIdle = useIsIdle()
  const isWide = useMediaQuery(WIDE)
  const name = vendorName(vendor)
  return (
    <PageDrop key={vendorId} vendorId={vendorId} reviewId={null}>
      <Page
        title={name}
        context={[VENDOR_TAB_LABELS[openTab]]}
        crumbs={[vendorsCrumb]}
        aside={
          <>
            <VendorStanding vendor={vendor} />
            {!isOffered && <NewReviewLink vendorId={vendorId} isAtEnd />}
          </>
        }
      >
        <VendorLine vendor={vendor} />
        {counts.socReviews > 0 && (
          <Box mih={coverageHeight(counts.socReviews)} mb={8}>
            {isIdle && (
              <Suspense>
                <VendorCoverage vendorId={vendorId} />
              </Suspense>
            )}
          </Box>
        )}
        <Flex gap={32}>
          <Box flex={1} miw={0}>
            <RoutedTabs
              label={name}
              value={openTab}
              onChange={onTab}
              tabs={[
                tab('reviews', {
                  count: counts.reviews,
                  isLoaded: counts.reviews !== undefined,
                  panel: <VendorReviews vendorId={vendorId} search={search} onSearch={onSearch} />,
                }),
                tab('questionnaires', {
                  count: counts.questionnaires,
                  isLoaded: counts.questionnaires !== undefined,
                  panel: <QuestionnairesSection vendorId={vendorId} reviewId={null} />,
                }),
                tab('documents', {
                  count: counts.documents,
                  isLoaded: counts.documents !== undefined,
                  panel: (
                    <DocumentsSection
                      vendorId={vendorId}
                      reviewId={null}
                      emptyAction={
                        <Button size="xs" variant="default" mt={8} onClick={() => onTab('reviews')}>
                          Choose a review
                        </Button>
                      }
                    />
                  ),
                }),
                tab('about', { isLoaded: true, panel: <VendorProfile vendor={vendor} /> }),
              ]}
            />
          </Box>
          {isWide && isIdle && openTab !== 'about' && (
            <Box component="aside" w={320} pt={54} className="screen-only">
              <VendorProfile vendor={vendor} id="vendor-facts" />
            </Box>
          )}
        </Flex>
      </Page>
    </PageDrop>
  )
}
