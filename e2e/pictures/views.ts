import type { Page } from '@playwright/test'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { reviewPath, vendorReviewsPath } from '../helpers/pages.ts'

/** A page in a state that is worth looking at. */
export interface View {
  /** Words with hyphens, which name its file. */
  name: string
  path: string
  /** A scenario of the mock service. */
  scenario?: string
  /** What brings the page into the state, once it is open. */
  act?: (page: Page) => Promise<void>
  /** Whether its answers take so long that the page is still loading. */
  isLoading?: boolean
}

const { completed, empty, large, longNameVendor, nearlyFinished, northwind, overdue } = LANDMARKS
const { quietHarbor, readyToFinalize } = LANDMARKS

const press =
  (...names: string[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) await page.getByRole('button', { name, exact: true }).click()
  }

const open = (review: { id: number }, ...sections: string[]): string =>
  `${reviewPath(review)}?open=${sections.join(',')}`

/** The four reports of the vendor are read once its page has been painted. */
const seeCoverage = async (page: Page): Promise<void> => {
  const coverage = page.getByRole('region', { name: 'Coverage by SOC reports' })
  await coverage.getByRole('link').nth(3).waitFor()
}

const vendorTab = (tab: string): string => `${vendorReviewsPath(northwind)}?tab=${tab}`

/** Every page in its states: filled, empty, loading, failed, with long texts, with many rows. */
export const VIEWS: readonly View[] = [
  { name: 'reviews', path: '/' },
  { name: 'reviews-filtered', path: '/?type=SOC_REPORT', act: press('Status') },
  { name: 'reviews-none', path: '/?status=COMPLETED&decision=PENDING' },
  { name: 'reviews-empty', path: '/', scenario: 'empty' },
  { name: 'reviews-loading', path: '/', scenario: 'slow', isLoading: true },
  { name: 'reviews-error', path: '/', scenario: 'error-500' },
  { name: 'reviews-hostile', path: '/', scenario: 'hostile' },
  { name: 'reviews-many', path: '/', scenario: 'many' },
  { name: 'vendors', path: '/vendors' },
  {
    name: 'vendors-selected',
    path: '/vendors',
    act: async (page) => {
      for (const row of [2, 3, 4]) await page.getByRole('checkbox').nth(row).check()
    },
  },
  { name: 'vendors-empty', path: '/vendors', scenario: 'empty' },
  { name: 'vendors-error', path: '/vendors', scenario: 'error-403' },
  { name: 'vendors-many', path: '/vendors', scenario: 'many' },
  { name: 'vendor', path: vendorReviewsPath(northwind), act: seeCoverage },
  { name: 'vendor-questionnaires', path: vendorTab('questionnaires'), act: seeCoverage },
  { name: 'vendor-documents', path: vendorTab('documents'), act: seeCoverage },
  { name: 'vendor-about', path: vendorTab('about'), act: seeCoverage },
  { name: 'vendor-without-reviews', path: vendorReviewsPath(quietHarbor) },
  { name: 'vendor-long', path: vendorReviewsPath(longNameVendor) },
  { name: 'vendor-not-found', path: '/vendors/999999/security-reviews' },
  { name: 'review', path: open(nearlyFinished, 'complianceScope', 'reportOpinion') },
  { name: 'review-folded', path: reviewPath(nearlyFinished) },
  { name: 'review-empty', path: reviewPath(empty) },
  { name: 'review-unsaved', path: open(nearlyFinished, 'cpaFirm'), act: typeFirm },
  { name: 'review-large', path: open(large, 'findings', 'endUserControls') },
  { name: 'review-completed', path: open(completed, 'reportOpinion', 'findings') },
  { name: 'review-without-form', path: reviewPath(overdue) },
  { name: 'review-loading', path: reviewPath(nearlyFinished), scenario: 'slow', isLoading: true },
  { name: 'review-error', path: reviewPath(nearlyFinished), scenario: 'error-503' },
  { name: 'review-hostile', path: open(large, 'findings'), scenario: 'hostile' },
  { name: 'review-about', path: reviewPath(completed), act: press('About this review') },
  { name: 'finalize', path: reviewPath(readyToFinalize), act: press('Finalize') },
  { name: 'reopen', path: reviewPath(completed), act: press('Reopen') },
  { name: 'new-review', path: `${vendorReviewsPath(northwind)}/new` },
  { name: 'settings', path: '/', act: press('User menu') },
  { name: 'page-not-found', path: '/nowhere' },
]

async function typeFirm(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis & Wren LLP')
}
