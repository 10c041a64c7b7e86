import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edit, intent, Service, shown } from '../testing/soc-saves.ts'
import {
  afterFailure,
  both,
  inOurWords,
  keepMine,
  listConflict,
  listProgress,
  listsOf,
  mergeAfterSave,
  takeTheirs,
} from './merge-edit.ts'
import { nextSaveStep } from './save-plan.ts'
import { emptySocEdit, isSame, itemsOf, SOC_LISTS, type SocEdit, type SocItem } from './soc-edit.ts'

const names = (...of: string[]) => of.map((name) => ({ name }))
const withServices = (...of: string[]): SocEdit => {
  const form = emptySocEdit()
  form.servicesAndLocations.services = names(...of)
  return form
}
const servicesOf = (form: SocEdit): string[] =>
  form.servicesAndLocations.services.map(({ name }) => name)
const items = fc.array(
  fc.constantFrom('a', 'b', 'c', 'd').map((name) => ({ name })),
  { maxLength: 6 },
)
/** How often each item occurs. */
const countsOf = (list: readonly SocItem[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const item of list) {
    const key = JSON.stringify(item)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

describe('after a save', () => {
  it('fields that nobody typed in follow the service, the others keep what was typed', () => {
    fc.assert(
      fc.property(edit, edit, edit, (current, target, fresh) => {
        const merged = mergeAfterSave(current, target, fresh)
        expect(mergeAfterSave(target, target, fresh)).toEqual(fresh)
        for (const name of ['cpaFirm', 'cpaProcedurePerformed'] as const) {
          const isTyped = current.cpaFirm[name] !== target.cpaFirm[name]
          expect(merged.cpaFirm[name]).toBe((isTyped ? current : fresh).cpaFirm[name])
        }
      }),
    )
  })

  it.each([
    ['typed behind', ['a', 'b'], ['a'], ['a', 'theirs'], ['a', 'theirs', 'b']],
    ['changed', ['x'], ['a'], ['a', 'theirs'], ['x', 'theirs']],
    ['removed', [], ['a'], ['a', 'theirs'], ['theirs']],
    ['typed behind what they trimmed', ['a ', 'b'], ['a '], ['a'], ['a', 'b']],
    ['changed beside what they trimmed', ['x', 'b '], ['a ', 'b '], ['a', 'b'], ['x', 'b ']],
    ['typed the same twice', ['a', 'a'], ['a'], ['a'], ['a', 'a']],
  ])('a list that was %s meanwhile keeps both', (_, current, target, fresh, merged) => {
    expect(
      servicesOf(
        mergeAfterSave(withServices(...current), withServices(...target), withServices(...fresh)),
      ),
    ).toEqual(merged)
  })

  it('a list loses nothing that others added', () => {
    fc.assert(
      fc.property(items, items, items, (current, target, added) => {
        const lists = [current, target, [...target, ...added]].map((list) =>
          withServices(...list.map(({ name }) => name)),
        ) as [SocEdit, SocEdit, SocEdit]
        const merged = countsOf(mergeAfterSave(...lists).servicesAndLocations.services)
        for (const [key, count] of countsOf(added))
          expect(merged.get(key) ?? 0).toBeGreaterThanOrEqual(count)
      }),
    )
  })
})

describe('the service’s words', () => {
  it('are ours where it changed nothing but space and spelling', () => {
    const base = withServices('old')
    const target = withServices('old', ' a\r\n b', 'cafe\u0301')
    target.cpaFirm.cpaFirm = ' Pell '
    const fresh = withServices('old', 'a\n b', 'caf\u00e9', 'theirs')
    fresh.cpaFirm.cpaFirm = 'Pell'
    const worded = inOurWords(fresh, { base, target })
    expect(servicesOf(worded)).toEqual(['old', ' a\r\n b', 'cafe\u0301', 'theirs'])
    expect(worded.cpaFirm.cpaFirm).toBe(' Pell ')
    expect(nextSaveStep({ base, target }, worded)).toEqual({ kind: 'done' })
  })

  it('stay where they were before: a change of nothing but space is one', () => {
    const base = withServices('a')
    const target = withServices('a ')
    base.cpaFirm.cpaProcedurePerformed = 'one\ntwo'
    target.cpaFirm.cpaProcedurePerformed = 'one\n\ntwo'
    expect(inOurWords(base, { base, target })).toEqual(base)
  })

  it('stay where they say something else, and change nothing of the number of items', () => {
    fc.assert(
      fc.property(intent, edit, (save, fresh) => {
        expect(shown(inOurWords(fresh, save))).toEqual(shown(fresh))
      }),
    )
  })
})

describe('a list of a save', () => {
  it.each([
    ['done', ['a'], ['a', 'b'], ['a', 'b', 'theirs']],
    ['open', ['a'], ['a', 'b'], ['a', 'theirs']],
    ['open', ['a'], ['b'], []],
    ['changed', ['a'], ['b'], ['a', 'theirs']],
    ['changed', ['a'], ['a', 'b'], ['theirs']],
  ] as const)('is %s: from %j to %j, now %j', (progress, base, target, fresh) => {
    const save = { base: withServices(...base), target: withServices(...target) }
    expect(listsOf(save)).toEqual(['services'])
    expect(listProgress(save, 'services', withServices(...fresh))).toBe(progress)
  })
})

describe('the save after one that failed', () => {
  it('sends what is left, whatever was typed meanwhile, and nothing twice', () => {
    fc.assert(
      fc.property(intent, edit, fc.nat(2), (failed, typed, arrived) => {
        const service = new Service(failed.base)
        for (let turn = 0, now = service.get(); turn < arrived; turn++, now = service.get()) {
          const step = nextSaveStep(failed, now)
          if (step.kind === 'send') service.put(step.request)
        }
        // Typed on in some of the sections, a reviewer by name alone cannot be set.
        const target = { ...typed, reviewerInformation: failed.target.reviewerInformation }
        const next = afterFailure({ from: failed.base, intent: failed }, service.get(), {
          base: failed.base,
          target,
        })
        for (let turn = 0; turn < 3; turn++) {
          const step = nextSaveStep(next, service.get())
          if (step.kind !== 'send') break
          service.put(step.request)
        }
        expect(service.get()).toEqual(shown(target))
      }),
      { numRuns: 2_000 },
    )
  })

  it('leaves alone what others added, and what only they changed', () => {
    const failed = { base: withServices('a'), target: withServices('a', 'b') }
    const now = withServices('a', 'b', 'theirs')
    now.cpaFirm.cpaFirm = 'Theirs'
    const next = afterFailure({ from: failed.base, intent: failed }, now, {
      base: failed.base,
      target: withServices('a', 'b', 'c'),
    })
    expect(nextSaveStep(next, now)).toEqual({
      kind: 'send',
      clears: false,
      request: { servicesAndLocations: { services: names('c') } },
    })
  })

  it('takes a decision over a conflict as it is', () => {
    const failed = { base: withServices('a'), target: withServices('b') }
    const decided = { base: withServices('theirs'), target: withServices('theirs', 'b') }
    expect(
      afterFailure({ from: failed.base, intent: failed }, withServices('theirs'), decided),
    ).toEqual(decided)
  })
})

describe('a conflict', () => {
  it('is shown side by side, each side in its own order', () => {
    expect(
      listConflict({
        base: names('a', 'b', 'c'),
        mine: names('a', 'x', 'c'),
        theirs: names('a', 'b', 'c', 'y'),
      }),
    ).toEqual([
      { status: 'same', item: { name: 'a' }, wasThere: true },
      { status: 'theirs', item: { name: 'b' }, wasThere: true },
      { status: 'mine', item: { name: 'x' }, wasThere: false },
      { status: 'same', item: { name: 'c' }, wasThere: true },
      { status: 'theirs', item: { name: 'y' }, wasThere: false },
    ])
  })

  it('shows every item of both exactly once', () => {
    fc.assert(
      fc.property(items, items, items, (base, mine, theirs) => {
        const rows = listConflict({ base, mine, theirs })
        const side = (other: 'mine' | 'theirs') =>
          rows.filter(({ status }) => status !== other).map(({ item }) => item)
        expect(side('theirs')).toEqual(mine)
        expect(side('mine')).toEqual(theirs)
      }),
    )
  })

  it('of hundreds of items is found at once', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ name: `control ${index}` }))
    const start = performance.now()
    const rows = listConflict({ base: many, mine: many.toReversed(), theirs: many })
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(rows).toHaveLength(999)
  })

  it('is resolved by either list', () => {
    fc.assert(
      fc.property(items, items, items, (base, mine, theirs) => {
        expect(keepMine({ base, mine, theirs })).toEqual(mine)
        expect(takeTheirs({ base, mine, theirs })).toEqual(theirs)
      }),
    )
  })

  it('is resolved by both: all of theirs in order, then each addition of mine', () => {
    fc.assert(
      fc.property(items, items, items, (base, mine, theirs) => {
        const joined = both({ base, mine, theirs })
        expect(joined.slice(0, theirs.length)).toEqual(theirs)
        const [before, ours, others, all] = [base, mine, theirs, joined].map(countsOf)
        for (const [key, count] of ours ?? []) {
          const was = before?.get(key) ?? 0
          const [added, addedByThem] = [count - was, (others?.get(key) ?? 0) - was]
          const expected = (others?.get(key) ?? 0) + Math.max(0, added - Math.max(0, addedByThem))
          expect(all?.get(key) ?? 0).toBe(added > 0 ? expected : (others?.get(key) ?? 0))
        }
      }),
    )
  })

  it('of lists that neither changed is none', () => {
    fc.assert(
      fc.property(items, (list) => {
        const lists = { base: list, mine: list, theirs: list }
        expect(listConflict(lists).every(({ status }) => status === 'same')).toBe(true)
        expect(both(lists)).toEqual(list)
      }),
    )
  })
})

describe('every list', () => {
  it('is merged like the services', () => {
    fc.assert(
      fc.property(edit, edit, (target, fresh) => {
        const merged = mergeAfterSave(target, target, fresh)
        for (const { list } of SOC_LISTS)
          expect(isSame(itemsOf(merged, list), itemsOf(fresh, list))).toBe(true)
      }),
    )
  })
})
