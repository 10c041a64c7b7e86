import type { Locator, Page } from '@playwright/test'
import {
  CERTIFICATION_LABELS,
  REPORT_OPINION_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
} from '../../src/domain/labels.ts'
import type { SocEdit } from '../../src/domain/soc-edit.ts'
import { TRUST_SERVICE_CRITERIA } from '../../src/domain/values.ts'
import { group, panel } from '../soc-helpers.ts'

/**
 * Fills the SOC form in. Only what is not there yet is typed, so that it can be done again after a
 * reload, as one would look over what was restored and complete it.
 */

/** How long one waits for the users to choose among. */
const OPTION_LIMIT_MS = 3_000

const ask = async (texts: Locator, wanted: string | null): Promise<void> => {
  if ((await texts.inputValue()) !== (wanted ?? '')) await texts.fill(wanted ?? '')
}

const tick = async (box: Locator, isWanted: boolean): Promise<void> => {
  if ((await box.isChecked()) !== isWanted) await box.setChecked(isWanted)
}

const choose = (page: Page, label: string, answer: string): Promise<void> =>
  tick(group(page, label).getByRole('radio', { name: answer, exact: true }), true)

const yesNo = (answer: boolean | null): string =>
  answer === null ? 'Not applicable' : answer ? 'Yes' : 'No'

interface Row {
  /** The item's texts, by the labels that their fields have beside their number. */
  texts: Record<string, string>
  inPlace?: boolean | null
}

/** @param label what the first text of its items is called */
const fillList = async (
  page: Page,
  noun: string,
  label: string,
  rows: readonly Row[],
): Promise<void> => {
  const name = new RegExp(`^${label} \\d+$`)
  const shown = page.getByRole('textbox', { name })
  const isWanted = (text: string): boolean => rows.some(({ texts }) => texts[label] === text)
  // A row too many is one that nobody wants, else the last.
  for (let count = await shown.count(); count > rows.length; count--) {
    let place = count - 1
    for (let index = 0; index < count; index++)
      if (!isWanted(await shown.nth(index).inputValue())) place = index
    await page.getByRole('button', { name: `Remove ${noun} ${place + 1}`, exact: true }).click()
  }
  for (const [index, { texts, inPlace }] of rows.entries()) {
    if ((await shown.count()) <= index)
      await page.getByRole('button', { name: `Add ${noun}`, exact: true }).click()
    for (const [part, text] of Object.entries(texts))
      await ask(page.getByRole('textbox', { name: `${part} ${index + 1}`, exact: true }), text)
    if (typeof inPlace === 'boolean')
      await tick(
        page.getByRole('checkbox', { name: `In place ${index + 1}`, exact: true }),
        inPlace,
      )
  }
}

const fillScope = async (page: Page, scope: SocEdit['complianceScope']): Promise<void> => {
  const { certification, scopeType, auditPeriod, auditPeriodRange, trustServiceCriteria } = scope
  await choose(page, 'Certification', CERTIFICATION_LABELS[certification as 'SOC_1'])
  await choose(page, 'Scope type', SCOPE_TYPE_LABELS[scopeType as 'TYPE_1'])
  if (scopeType === 'TYPE_1') await ask(page.getByLabel('Audit date', { exact: true }), auditPeriod)
  else {
    await ask(
      page.getByLabel('Audit period start', { exact: true }),
      auditPeriodRange.start ?? null,
    )
    await ask(page.getByLabel('Audit period end', { exact: true }), auditPeriodRange.end ?? null)
  }
  if (certification === 'SOC_2')
    for (const criterion of TRUST_SERVICE_CRITERIA)
      await tick(
        group(page, 'Trust service criteria').getByRole('checkbox', {
          name: TRUST_SERVICE_CRITERION_LABELS[criterion],
          exact: true,
        }),
        trustServiceCriteria?.includes(criterion) ?? false,
      )
}

const fillLists = async (page: Page, edit: SocEdit): Promise<void> => {
  const { services, locations } = edit.servicesAndLocations
  const findings = edit.findings.findings.map(({ description }) => ({
    texts: { Finding: description },
  }))
  await fillList(page, 'finding', 'Finding', findings)
  const controls = edit.endUserControls.userControls.map(({ description, inPlace }) => ({
    texts: { 'User control': description },
    inPlace,
  }))
  await fillList(page, 'user control', 'User control', controls)
  await fillList(
    page,
    'service',
    'Service',
    services.map(({ name }) => ({ texts: { Service: name } })),
  )
  await fillList(
    page,
    'location',
    'City',
    locations.map(({ city, stateOrCountry }) => ({
      texts: { City: city, 'State or country': stateOrCountry },
    })),
  )
}

/**
 * Picks the reviewer; the field, or the users to pick from, may not have got through.
 * @returns whether it is done
 */
export const pickReviewer = async (page: Page, name: string): Promise<boolean> => {
  const reviewer = page.getByRole('combobox', { name: 'Reviewer' })
  const alert = page.getByRole('region', { name: 'Reviewer information' }).getByRole('alert')
  await reviewer.or(alert).first().waitFor()
  if (!(await reviewer.isVisible())) return false
  if ((await reviewer.inputValue()) === name) return true
  await reviewer.fill(name)
  const option = page.getByRole('option', { name, exact: true })
  const isPicked = await option.click({ timeout: OPTION_LIMIT_MS }).then(
    () => true,
    () => false,
  )
  if (!isPicked) await reviewer.press('Escape')
  return isPicked
}

/** Fills everything in but the reviewer. All panels have to be open. */
export const fillForm = async (page: Page, edit: SocEdit): Promise<void> => {
  const { reportOpinion, cpaFirm, subserviceOrganizations, findings } = edit
  await ask(page.getByLabel('Report issue date'), edit.reviewerInformation.reportIssueDate)
  await fillScope(page, edit.complianceScope)
  await choose(
    page,
    'Report opinion',
    REPORT_OPINION_LABELS[reportOpinion.reportOpinion as 'ADVERSE'],
  )
  await choose(
    page,
    'Control objectives encompass business needs',
    yesNo(reportOpinion.encompassBusinessNeeds),
  )
  await ask(
    page.getByRole('textbox', { name: 'Follow-up activity' }),
    reportOpinion.followUpActivity,
  )
  await fillLists(page, edit)
  await choose(page, 'Material impact', yesNo(findings.hasMaterialImpact))
  const firm = panel(page, 'CPA firm')
  await ask(firm.getByRole('textbox', { name: 'CPA firm' }), cpaFirm.cpaFirm)
  await ask(
    firm.getByRole('textbox', { name: 'Procedure performed' }),
    cpaFirm.cpaProcedurePerformed,
  )
  const organizations = panel(page, 'Subservice organizations')
  await ask(
    organizations.getByRole('textbox', { name: 'Subservice organization' }),
    subserviceOrganizations.subserviceOrganization,
  )
  await choose(
    page,
    'Inclusive method',
    yesNo(subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod),
  )
  await ask(
    organizations.getByRole('textbox', { name: 'Procedure performed' }),
    subserviceOrganizations.subserviceOrganizationProcedurePerformed,
  )
}
