import { emptySocEdit } from '../../../src/domain/soc/edit.ts'
import { reconcile } from '../../../src/domain/work/reconcile.ts'
import { toValues, type Values } from '../../../src/domain/work/values.ts'
import { newWork } from '../../../src/domain/work/work.ts'
import { summaryOf } from '../stats.ts'
import type { Run } from './trial.ts'

const CALLS = 7

const valuesWith = (texts: readonly string[]): Values => {
  const form = emptySocEdit()
  form.findings.findings = texts.map((description) => ({ description }))
  return toValues('SOC 2', form)
}

/**
 * What the two sides may have changed in a list: a little, all of it, its order, or all removed.
 */
const CASES: readonly ((texts: readonly string[]) => [mine: string[], theirs: string[]])[] = [
  (texts) => [
    texts.map((text, index) => (index % 100 === 0 ? `${text}, as I say` : text)),
    texts.map((text, index) => (index % 101 === 0 ? `${text}, as they say` : text)),
  ],
  (texts) => [
    texts.map((text) => `${text}, as I say`),
    texts.map((text) => `${text}, as they say`),
  ],
  (texts) => [texts.toReversed(), texts.toSorted()],
  (texts) => [
    texts.map((_, index) => `Another ${index}`),
    texts.map((_, index) => `None ${index}`),
  ],
  (texts) => [texts.map(() => 'always the same'), texts.map(() => 'always another')],
]

/**
 * Reconciles work with the service's state, where both sides have a list of this many items.
 * @returns milliseconds a call, for the slowest case
 */
export const compare =
  (count: number): Run =>
  () => {
    const texts = Array.from(
      { length: count },
      (_, index) => `Finding ${index}: ${index % 13} of ${index % 97} leavers kept access`,
    )
    const base = valuesWith(texts)
    const longest = CASES.map((sides) => {
      const [mine, theirs] = sides(texts).map(valuesWith)
      if (!mine || !theirs) return Number.NaN
      const work = { ...newWork(base), mine }
      const calls = Array.from({ length: CALLS }, () => {
        const begun = performance.now()
        reconcile(work, theirs, { isSettled: () => true, maySend: () => true })
        return performance.now() - begun
      })
      return summaryOf(calls).median
    })
    return Promise.resolve({ [`compare${count}`]: Math.max(...longest) })
  }
