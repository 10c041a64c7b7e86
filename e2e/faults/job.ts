import type { Locator, Page } from '@playwright/test'
import type { Analyst } from './analyst.ts'
import type { Entries } from './entries.ts'
import type { Progress } from './progress.ts'

/** The state that every step of a job needs. */
export interface Job {
  analyst: Analyst
  entries: Entries
  /** Updated with what the page says. */
  progress: Progress
  /** Compares what the page says now with the service, and notes differences. */
  check: () => Promise<void>
}

/** The title of a page. */
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true })
