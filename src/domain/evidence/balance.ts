import type { Outcome } from './fields/outcomes.ts'
import type { TestRow } from './fields/test-results.ts'
import { partsOf } from './layout/passage.ts'
import type { Proof } from './proof/prove.ts'
import type { QuotePart } from './suggestion.ts'

export type OutcomeCounts = Record<Outcome, number>

/** A count of everything that was read, so that "No findings" can be checked. */
export interface Balance {
  tests: {
    total: OutcomeCounts
    /** The same by page, for pages that hold tests. */
    pages: ({ page: number; label: string | null } & OutcomeCounts)[]
    /** Rows that no rule knows, to be read by a person. `quote` is null where no place is proved. */
    notUnderstood: { page: number; label: string | null; text: string; quote: QuotePart[] | null }[]
  }
  userControls: {
    read: number
    /** The first and last number of those that are numbered, and the numbers between that are missing. */
    numbers: { first: number; last: number; missing: number[] } | null
  }
  /** Pages without text: pictures, or empty. */
  pagesWithoutText: number[]
}

const none = (): OutcomeCounts => ({ noException: 0, exception: 0, notTested: 0, notUnderstood: 0 })

const holesIn = (numbers: readonly number[]): Balance['userControls']['numbers'] => {
  const first = Math.min(...numbers)
  const last = Math.max(...numbers)
  // A few numbers far apart number something else.
  if (numbers.length < 2 || last - first > numbers.length * 3) return null
  const present = new Set(numbers)
  const missing = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (number) => !present.has(number),
  )
  return { first, last, missing }
}

/**
 * Accounts for every test, every user control and every page.
 * @param labels the printed number of each page
 * @param numbers the numbers of the user controls
 */
export const balanceOf = (
  tests: readonly TestRow[],
  controls: number,
  numbers: readonly number[],
  pagesWithoutText: number[],
  labels: ReadonlyMap<number, string | null>,
  proof: Proof,
): Balance => {
  const total = none()
  const pages = new Map<number, OutcomeCounts>()
  for (const { page, outcome } of tests) {
    const counts = pages.get(page) ?? none()
    counts[outcome]++
    total[outcome]++
    pages.set(page, counts)
  }
  const labelOf = (page: number): string | null => labels.get(page) ?? null
  return {
    tests: {
      total,
      pages: [...pages]
        .toSorted(([a], [b]) => a - b)
        .map(([page, counts]) => ({ page, label: labelOf(page), ...counts })),
      notUnderstood: tests
        .filter(({ outcome }) => outcome === 'notUnderstood')
        .map(({ page, passage }) => ({
          page,
          label: labelOf(page),
          text: passage.text,
          quote: proof.quote(partsOf(passage)),
        })),
    },
    userControls: { read: controls, numbers: holesIn(numbers) },
    pagesWithoutText,
  }
}
