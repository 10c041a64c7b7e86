import type { Locator, Page } from '@playwright/test'
import { TRUST_SERVICE_CRITERIA } from '../../src/domain/contract/enums.ts'
import {
  CERTIFICATION_LABELS,
  REPORT_OPINION_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
} from '../../src/domain/contract/labels.ts'
import type { SocEdit } from '../../src/domain/soc/edit.ts'
import { formatDay } from '../../src/lib/dates.ts'
import { group } from '../helpers/soc-form.ts'

/**
 * Fills the SOC form in. Only missing values are typed, so that this can be repeated after a
 * reload. An analyst would also look over a restored form and complete it.
 */

/** How long to wait for the list of users. */
const OPTION_LIMIT_MS = 3_000

/**
 * The form's texts and dates, by the names of their fields. Reading all at once is faster than
 * reading each.
 */
type Shown = Readonly<Record<string, string>>

const look = (page: Page): Promise<Shown> =>
  page.evaluate(() =>
    Object.fromEntries(
      [
        ...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
          'textarea[name], input[type="text"][name]',
        ),
      ].map(({ name, value }) => [name, value]),
    ),
  )

/** @param name the name of the field, without the prefix that all names have */
const ask = async (
  page: Page,
  shown: Shown,
  name: string,
  wanted: string | null | undefined,
): Promise<void> => {
  // A date is shown in words.
  const text = shown[`form.${name}`]
  if (text === (wanted ?? '') || text === formatDay(wanted ?? '')) return
  await page.locator(`[name="form.${name}"]`).fill(wanted ?? '')
}

const tick = async (box: Locator, isWanted: boolean): Promise<void> => {
  if ((await box.isChecked()) !== isWanted) await box.setChecked(isWanted)
}

const choose = (page: Page, label: string, answer: string): Promise<void> =>
  tick(group(page, label).getByRole('radio', { name: answer, exact: true }), true)

const yesNo = (answer: boolean | null): string =>
  answer === null ? 'Not applicable' : answer ? 'Yes' : 'No'

/** The texts of an item, by the names of their fields. */
interface Row {
  texts: Record<string, string>
  inPlace?: boolean | null
}

/**
 * @param list the prefix of the names of its fields
 * @param key the field that identifies its items
 */
const fillList = async (
  page: Page,
  list: string,
  key: string,
  noun: string,
  rows: readonly Row[],
): Promise<void> => {
  const firstTexts = (shown: Shown): string[] =>
    Object.entries(shown).flatMap(([name, text]) =>
      name.startsWith(`form.${list}.`) && name.endsWith(`.${key}`) ? [text] : [],
    )
  const isWanted = (text: string): boolean => rows.some(({ texts }) => texts[key] === text)
  let now = firstTexts(await look(page))
  // Removes a row that is not wanted, or the last one where all are wanted.
  while (now.length > rows.length) {
    const unwanted = now.findLastIndex((text) => !isWanted(text))
    const number = unwanted < 0 ? now.length : unwanted + 1
    await page.getByRole('button', { name: `Remove ${noun} ${number}`, exact: true }).click()
    now = firstTexts(await look(page))
  }
  for (let count = now.length; count < rows.length; count++) {
    await page.getByRole('button', { name: `Add ${noun}`, exact: true }).click()
    await page.locator(`[name="form.${list}.${count}.${key}"]`).waitFor()
  }
  const shown = await look(page)
  for (const [index, { texts, inPlace }] of rows.entries()) {
    for (const [field, text] of Object.entries(texts))
      await ask(page, shown, `${list}.${index}.${field}`, text)
    if (typeof inPlace === 'boolean')
      await tick(page.locator(`[name="form.${list}.${index}.inPlace"]`), inPlace)
  }
}

const fillScope = async (page: Page, scope: SocEdit['complianceScope']): Promise<void> => {
  const { certification, scopeType, auditPeriod, auditPeriodRange, trustServiceCriteria } = scope
  await choose(page, 'Certification', CERTIFICATION_LABELS[certification as 'SOC_1'])
  await choose(page, 'Scope type', SCOPE_TYPE_LABELS[scopeType as 'TYPE_1'])
  const shown = await look(page)
  if (scopeType === 'TYPE_1') await ask(page, shown, 'complianceScope.auditPeriod', auditPeriod)
  else
    for (const end of ['start', 'end'] as const)
      await ask(page, shown, `complianceScope.auditPeriodRange.${end}`, auditPeriodRange[end])
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
  const findings = edit.findings.findings.map(({ description }) => ({ texts: { description } }))
  await fillList(page, 'findings.findings', 'description', 'finding', findings)
  const controls = edit.endUserControls.userControls.map(({ description, inPlace }) => ({
    texts: { description },
    inPlace,
  }))
  await fillList(page, 'endUserControls.userControls', 'description', 'user control', controls)
  const names = services.map(({ name }) => ({ texts: { name } }))
  await fillList(page, 'servicesAndLocations.services', 'name', 'service', names)
  const places = locations.map(({ city, stateOrCountry }) => ({ texts: { city, stateOrCountry } }))
  await fillList(page, 'servicesAndLocations.locations', 'city', 'location', places)
}

/**
 * Picks the reviewer. The field, or the list of users, may not have loaded.
 * @returns whether the reviewer is picked
 */
export const pickReviewer = async (page: Page, name: string): Promise<boolean> => {
  const reviewer = page.getByRole('combobox', { name: 'Reviewer' })
  const alert = page.getByRole('region', { name: 'Reviewer information' }).getByRole('alert')
  await reviewer.or(alert).first().waitFor()
  if (!(await reviewer.isVisible())) return false
  if ((await reviewer.inputValue()) === name) return true
  await reviewer.fill(name)
  // The option tells the mail address behind the name.
  const option = page.getByRole('option', { name }).first()
  const isPicked = await option.click({ timeout: OPTION_LIMIT_MS }).then(
    () => true,
    () => false,
  )
  if (!isPicked) await reviewer.press('Escape')
  return isPicked
}

/** Fills in everything but the reviewer. All panels must be open. */
export const fillForm = async (page: Page, edit: SocEdit): Promise<void> => {
  const { reportOpinion, cpaFirm, subserviceOrganizations, findings } = edit
  const shown = await look(page)
  const askFor = async (section: string, values: object, names: readonly string[]) => {
    for (const [name, value] of Object.entries(values) as [string, string | null][])
      if (names.includes(name)) await ask(page, shown, `${section}.${name}`, value)
  }
  await askFor('reviewerInformation', edit.reviewerInformation, ['reportIssueDate'])
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
  await askFor('reportOpinion', reportOpinion, ['followUpActivity'])
  await fillLists(page, edit)
  await choose(page, 'Material impact', yesNo(findings.hasMaterialImpact))
  await askFor('cpaFirm', cpaFirm, ['cpaFirm', 'cpaProcedurePerformed'])
  await choose(
    page,
    'Inclusive method',
    yesNo(subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod),
  )
  await askFor('subserviceOrganizations', subserviceOrganizations, [
    'subserviceOrganization',
    'subserviceOrganizationProcedurePerformed',
  ])
}
