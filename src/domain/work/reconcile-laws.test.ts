import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesOf, SERVICES, services, settled, takesAll } from '../../testing/works.ts'
import { decide } from './decide.ts'
import { type Plan, reconcile } from './reconcile.ts'
import { itemsAt, TITLE, type Values } from './values.ts'
import { newWork, type Work, withOutcome, withRequest } from './work.ts'

/** What happens to a request. */
type Fate = 'answered' | 'lost' | 'taken without an answer'
const fate: fc.Arbitrary<Fate> = fc.constantFrom('answered', 'lost', 'taken without an answer')

/** What the service holds after a plan: it sets the title, and appends to or clears the list. */
const carriedOut = (held: Values, { to, clears, adds }: Plan): Values => {
  const next: Record<string, unknown> = { ...held }
  if (TITLE in to) next[TITLE] = to[TITLE]
  if (clears.includes(SERVICES)) next[SERVICES] = []
  else if (adds[SERVICES]) next[SERVICES] = [...itemsAt(held, SERVICES), ...adds[SERVICES]]
  return next
}

const MOST_STEPS = 60

/**
 * Saves a work to a service whose data others may change before each read.
 * @param others what others make of the list before each read; nobody changes it after the last
 * @returns what the service holds in the end, and how many questions were asked
 */
const saveAt = (
  begun: Work,
  start: Values,
  fates: readonly Fate[],
  others: readonly ((names: readonly string[]) => readonly string[])[] = [],
): { held: Values; work: Work; questions: number } => {
  let [work, held, questions] = [begun, start, 0]
  for (let step = 0; step < MOST_STEPS; step++) {
    const other = others[step]
    if (other) held = { ...held, [SERVICES]: services(...other(namesOf(held[SERVICES]))) }
    const next = reconcile(work, held, { isSettled: settled, maySend: takesAll })
    work = next.work
    const paths = next.step.kind === 'send' ? Object.keys(next.step.plan.to) : []
    if (next.step.kind === 'done' && step >= others.length) return { held, work, questions }
    if (next.step.kind === 'ask') {
      questions += 1
      work = decide(work, next.step.conflicts, () => 'both')
    }
    if (next.step.kind !== 'send') continue
    const { plan } = next.step
    const id = String(step)
    work = withRequest(work, {
      id,
      outcome: 'unclear',
      endedAt: null,
      ...plan,
      open: paths,
      perhaps: [],
    })
    const end = fates[step] ?? 'answered'
    if (end !== 'lost') held = carriedOut(held, plan)
    work = withOutcome(work, id, end === 'answered' ? 'taken' : 'unclear', 0)
  }
  throw new Error('It never ends.')
}

const fates = fc.array(fate, { maxLength: 12 })

describe('a save beside which nobody else writes', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'a b'), { maxLength: 6 })
  const valuesOf = fc.record({ title: fc.constantFrom('A', 'B'), names: words })

  it('ends with what I typed, whatever gets lost, and asks nothing', () => {
    fc.assert(
      fc.property(valuesOf, valuesOf, fates, (base, mine, ends) => {
        const start = { [TITLE]: base.title, [SERVICES]: services(...base.names) }
        const wanted = { [TITLE]: mine.title, [SERVICES]: services(...mine.names) }
        const { held, work, questions } = saveAt({ ...newWork(start), mine: wanted }, start, ends)
        expect(held).toEqual(wanted)
        expect(work).toEqual(newWork(wanted))
        expect(questions).toBe(0)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a save beside which others write', () => {
  const BASE = ['b0', 'b1', 'b2']
  /** How one side changes a list: it removes, rewords and adds items. */
  const change = (prefix: string) =>
    fc
      .record({
        removed: fc.option(fc.nat(4)),
        reworded: fc.option(fc.nat(4)),
        added: fc.option(fc.nat(4)),
      })
      .map(({ removed, reworded, added }) => (names: readonly string[], nth: number) => {
        const kept = names.map((name, index) =>
          index === reworded ? `${name} ${prefix}${nth}r` : name,
        )
        const left = kept.filter((_, index) => index !== removed)
        return added === null ? left : left.toSpliced(added, 0, `${prefix}${nth}`)
      })
  const tokensOf = (names: readonly string[]): string[] => names.flatMap((name) => name.split(' '))

  it('loses no word that nobody removed, and doubles none', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(
        change('m'),
        fc.array(fc.option(change('t'), { freq: 1 }), { maxLength: 5 }),
        fates,
        (mineOf, theirChanges, ends) => {
          const mine = mineOf(BASE, 0)
          const start = { [SERVICES]: services(...BASE) }
          const removed = new Set(BASE.filter((name) => !tokensOf(mine).includes(name)))
          const typed = new Set(tokensOf(mine))
          const others = theirChanges.map((theirs, nth) => (names: readonly string[]) => {
            const next = theirs === null ? names : theirs(names, nth)
            for (const token of tokensOf(names))
              if (!tokensOf(next).includes(token)) removed.add(token)
            for (const token of tokensOf(next)) typed.add(token)
            return next
          })
          const begun = { ...newWork(start), mine: { [SERVICES]: services(...mine) } }
          const { held, questions } = saveAt(begun, start, ends, others)
          const there = tokensOf(namesOf(held[SERVICES]))
          for (const token of typed) if (!removed.has(token)) expect(there).toContain(token)
          // After a question, both versions of an item stay.
          if (questions === 0) expect(new Set(there).size).toBe(there.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})
