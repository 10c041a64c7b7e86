// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { HOSTILE_TEXTS } from '../../mocks/seed/hostile-texts.ts'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import {
  getVendorDocuments,
  listVendorSecurityReviewSecurityQuestionnaires,
  listVendors,
} from '../../mocks/service/directory.ts'
import {
  listVendorSecurityReviews,
  listVendorSecurityReviewsAcrossVendors,
} from '../../mocks/service/reviews.ts'
import { labelOf, VENDOR_RISK_LABELS, VENDOR_STATUS_LABELS } from '../domain/contract/labels.ts'
import { reviewTitle } from '../domain/contract/review.ts'
import { displayName } from '../domain/contract/user.ts'
import { vendorName } from '../domain/contract/vendor.ts'
import { sortByDeadline } from '../domain/review-order.ts'
import { visibleText } from '../lib/text.ts'
import { withPage } from '../testing/app-page.ts'
import { standInForBrowser } from '../testing/browser.ts'
import { ALL, hostileContext, lettersOf, reviewPage, vendorAnswers } from '../testing/hostile.ts'
import { App } from './app.tsx'

const app = <App demo={null} />
const { northwind, nearlyFinished } = LANDMARKS
const ANY = nearlyFinished.id + 2
const ROWS = ':is([aria-label="Questionnaires"], [aria-label="Documents"]) > li'

/** The contents of a column, row by row. */
const column = (header: string): string[] => {
  const headers = lettersOf('[role="columnheader"]').map((text) => text.replace(/ [↑↓]$/, ''))
  const place = headers.indexOf(header) + 1
  return lettersOf(`[role="row"][data-index] > [role="cell"]:nth-child(${place})`)
}

beforeAll(() => {
  standInForBrowser()
  // High enough for the lists to mount every row.
  vi.stubGlobal('innerHeight', 30_000)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('three hundred hostile texts', () => {
  it('are names, risks and states in the list of vendors', async () => {
    const page = listVendors(hostileContext, {}, ALL)
    await withPage(app, '/vendors', { '/vendors': page }, () => {
      expect(column('Name')).toEqual(page.data.map(vendorName))
      expect(column('Risk')).toEqual(page.data.map(({ risk }) => labelOf(VENDOR_RISK_LABELS, risk)))
      expect(column('Status')).toEqual(
        page.data.map(({ status }) => labelOf(VENDOR_STATUS_LABELS, status)),
      )
    })
  })

  it('are titles, vendors and reviewers in the list of all reviews', async () => {
    const page = listVendorSecurityReviewsAcrossVendors(
      hostileContext,
      {},
      { ...ALL, expand: ['user'] },
    )
    // Each review gets a different vendor.
    const data = page.data.map((review, index) => ({
      ...review,
      vendor: { id: index + 1, name: HOSTILE_TEXTS[index] },
    }))
    const rows = (texts: readonly string[]) => texts.toSorted()
    await withPage(app, '/', { '/vendor-security-reviews': { ...page, data } }, () => {
      expect(rows(column('Title'))).toEqual(rows(data.map(reviewTitle)))
      expect(rows(column('Vendor'))).toEqual(
        rows(data.map(({ vendor, vendorId }) => visibleText(vendor.name) ?? `Vendor #${vendorId}`)),
      )
      expect(rows(column('Reviewer'))).toEqual(
        rows(data.map(({ user }) => (user ? displayName(user) : 'nobody'))),
      )
    })
  })

  it("are titles in the list of a vendor's reviews", async () => {
    const page = listVendorSecurityReviews(hostileContext, { vendorId: northwind.id }, ALL)
    const path = `/vendors/${northwind.id}/security-reviews`
    await withPage(app, path, { ...vendorAnswers(northwind.id), [path]: page }, () => {
      expect(column('Title')).toEqual(sortByDeadline(page.data).map(reviewTitle))
    })
  })

  it('are questionnaires and documents', async () => {
    const [path, answers] = reviewPage(ANY)
    const questionnaires = listVendorSecurityReviewSecurityQuestionnaires(
      hostileContext,
      { vendorId: northwind.id, securityReviewId: nearlyFinished.id },
      ALL,
    )
    const documents = getVendorDocuments(hostileContext, { vendorId: northwind.id }, ALL)
    const files = {
      [`${path}/security-questionnaires`]: questionnaires,
      [`/vendors/${northwind.id}/documents`]: documents,
    }
    await withPage(app, path, { ...answers, ...files }, async () => {
      await waitFor(() => expect(lettersOf(ROWS)).toHaveLength(600))
      expect(lettersOf(`${ROWS} button > bdi`)).toEqual(
        documents.data.map(({ id, name }) => visibleText(name) ?? `Document #${id}`),
      )
      expect(lettersOf(`${ROWS} strong > bdi`)).toEqual(
        questionnaires.data.map(
          ({ id, title }) => visibleText(title) ?? `Untitled questionnaire #${id}`,
        ),
      )
    })
  })

  it('are the reason of a refusal', async () => {
    const [path, answers] = reviewPage(ANY)
    const message = HOSTILE_TEXTS.join(' ')
    const refused = { [`/vendors/${northwind.id}/documents`]: { statusCode: 400, message } }
    await withPage(app, path, { ...answers, ...refused }, async () => {
      const reasons = () => lettersOf('[aria-labelledby="documents"] [role="alert"] p')
      await waitFor(() => expect(reasons()).toHaveLength(1))
      expect(reasons()[0]).toContain(message)
    })
  })
})
