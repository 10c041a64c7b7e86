// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { SOC_SECTION_IDS } from '../domain/contract/enums.ts'
import { reviewTitle } from '../domain/contract/review.ts'
import { reviewSchema } from '../domain/contract/review-with-form.ts'
import { vendorName, vendorSchema } from '../domain/contract/vendor.ts'
import { toSocEdit } from '../domain/soc/edit.ts'
import { visibleText } from '../lib/text.ts'
import { withPage } from '../testing/app-page.ts'
import { standInForBrowser } from '../testing/browser.ts'
import { lettersOf, reviewPage, statedFacts, vendorAnswers } from '../testing/hostile.ts'
import { App } from './app.tsx'

const app = <App demo={null} />
const { northwind, nearlyFinished, completed } = LANDMARKS
const LISTS = '?open=findings,endUserControls,servicesAndLocations'
const FIELDS = '?open=reportOpinion,cpaFirm,subserviceOrganizations'
const ALL = `?open=${SOC_SECTION_IDS.join(',')}`
/** Each record gets the next twenty texts in its fields; 17 records cover all three hundred. */
const RECORDS = Array.from({ length: 17 }, (_, index) => index)

/** The contents of the form's texts whose names start with `name`. */
const typed = (name: string): string[] =>
  [...document.querySelectorAll<HTMLTextAreaElement>(`textarea[aria-label^="${name}"]`)].map(
    ({ value }) => value,
  )

/** The items of a read-only list. */
const items = (field: string): string[] => lettersOf(`[id="${field}"] li > bdi`)

beforeAll(() => {
  standInForBrowser()
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('three hundred hostile texts', () => {
  it('are the facts about vendors', async () => {
    for (const index of RECORDS) {
      const id = northwind.id + index
      const answers = vendorAnswers(id)
      const vendor = vendorSchema.parse(answers[`/vendors/${id}`])
      await withPage(app, `/vendors/${id}/security-reviews?tab=about`, answers, () => {
        expect(lettersOf('h1')).toEqual([vendorName(vendor)])
        const facts = statedFacts()
        for (const [name, text] of [
          ['Services provided', vendor.servicesProvided],
          ['Data stored', vendor.dataStored],
          ['Location', vendor.location],
          ['Notes', vendor.notes],
        ] as const)
          expect(facts[name]).toBe(visibleText(text) === null ? undefined : text)
        for (const text of [vendor.contactAtVendor, vendor.contactsEmail])
          expect(facts.Contact ?? '').toContain(visibleText(text) ?? '')
      })
    }
  })

  it('are the fields of forms', async () => {
    for (const index of RECORDS.slice(2)) {
      const [path, answers] = reviewPage(nearlyFinished.id + index)
      const review = reviewSchema.parse(answers[path])
      await withPage(app, path + FIELDS, answers, () => {
        expect(lettersOf('h1')).toEqual([reviewTitle(review)])
        const form = review.socReviewForm && toSocEdit(review.socReviewForm)
        expect(typed('Follow-up activity')).toEqual([form?.reportOpinion.followUpActivity ?? ''])
        expect(typed('CPA firm')).toEqual([form?.cpaFirm.cpaFirm ?? ''])
        expect(typed('Subservice organization')).toEqual([
          form?.subserviceOrganizations.subserviceOrganization ?? '',
        ])
        expect(typed('Procedure performed')).toEqual([
          form?.cpaFirm.cpaProcedurePerformed ?? '',
          form?.subserviceOrganizations.subserviceOrganizationProcedurePerformed ?? '',
        ])
      })
    }
  })

  it('are the items of a form', async () => {
    const [path, answers] = reviewPage(nearlyFinished.id)
    const { socReviewForm } = reviewSchema.parse(answers[path])
    await withPage(app, path + LISTS, answers, () => {
      const form = socReviewForm && toSocEdit(socReviewForm)
      expect(typed('Finding ')).toEqual(form?.findings.findings.map((item) => item.description))
      expect(typed('User control ')).toEqual(
        form?.endUserControls.userControls.map((item) => item.description),
      )
      expect(typed('Service ')).toEqual(
        form?.servicesAndLocations.services.map((item) => item.name),
      )
      expect(typed('City ')).toEqual(form?.servicesAndLocations.locations.map((item) => item.city))
      expect(typed('State or country ')).toEqual(
        form?.servicesAndLocations.locations.map((item) => item.stateOrCountry),
      )
    })
  })

  it('are what a completed review holds', async () => {
    const [path, answers] = reviewPage(completed.id)
    const { socReviewForm: form, note } = reviewSchema.parse(answers[path])
    await withPage(app, path + ALL, answers, () => {
      expect(lettersOf('h2 + p')).toContain(note)
      expect(items('findings.findings')).toEqual(
        form?.findings.findings.map((item) => item.description || 'No description'),
      )
      expect(items('endUserControls.userControls')).toEqual(
        form?.endUserControls.userControls.map(
          (item) => `${item.description || 'No description'} In place`,
        ),
      )
      expect(items('servicesAndLocations.services')).toEqual(
        form?.servicesAndLocations.services.map((item) => item.name || 'No name'),
      )
      expect(lettersOf('[id="cpaFirm.cpaFirm"] > dd')).toEqual([form?.cpaFirm.cpaFirm])
    })
  })
})
