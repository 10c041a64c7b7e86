import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { expect } from './fixtures.ts'
import { reviewPath } from './pages.ts'

/** A panel of the form, by the name of its section. */
export const panel = (page: Page, name: string): Locator =>
  page.getByRole('region', { name, exact: true })

/** A group of radio buttons or checkboxes, by its label. */
export const group = (page: Page, name: string): Locator =>
  page
    .getByRole('radiogroup', { name, exact: true })
    .or(page.getByRole('group', { name, exact: true }))

/** Saves all changes, and waits until they are saved. */
export const save = async (page: Page): Promise<void> => {
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
}

/** The address of the empty review with these sections open. */
export const openPanels = (...sections: string[]): string =>
  `${reviewPath(LANDMARKS.empty)}?open=${sections.join(',')}`
