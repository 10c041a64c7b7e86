import type { Locator, Page } from '@playwright/test'
import type { Analyst } from './analyst.ts'
import type { Entries } from './entries.ts'
import type { Progress } from './progress.ts'

/** What every step of a job needs. */
export interface Job {
  analyst: Analyst
  entries: Entries
  /** Kept up to date with what the page says. */
  progress: Progress
  /** Holds what the page says now against the service, and notes what differs. */
  check: () => Promise<void>
}

/** The title of a page. */
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true })
