import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { emptySocForm } from '../../mocks/service/soc-form.ts'
import { edit, idOf, intent, Service, shown } from '../testing/soc-saves.ts'
import { ZONES } from '../testing/zones.ts'
import {
  needsFreshRead,
  nextSaveStep,
  type SaveIntent,
  type SaveStep,
  undoOf,
} from './save-plan.ts'
import { itemsOf, SOC_LISTS, type SocEdit, type SocItem, toSocEdit } from './soc-edit.ts'

/** How many cases a law is tried with: `npm run laws` asks for a million. */
const casesOr = (usual: number): number => Number(process.env.CASES || usual)
const numRuns = casesOr(4_000)
/** A save that dies is what this is all about. */
const numDeaths = casesOr(10_000)
// A busy machine takes its time, and a million cases take theirs: 0 is for ever.
vi.setConfig({ testTimeout: process.env.CASES ? 0 : 60_000 })

type Death = 'before' | 'after'

/**
 * Carries a save out as a page does, until it is done, in conflict, or the page dies.
 * @param deaths when the page dies, request by request: before it arrived or after it was applied
 */
const carryOut = (
  service: Service,
  save: SaveIntent,
  deaths: (Death | null)[],
  isReopened: boolean,
  between: (step: SaveStep) => void = () => undefined,
): 'done' | 'conflict' | 'died' => {
  let fresh = isReopened || needsFreshRead(save) ? service.get() : save.base
  for (let turn = 0; turn < 5; turn++) {
    const step = nextSaveStep(save, fresh)
    if (step.kind !== 'send') return step.kind
    const death = deaths.shift()
    if (death === 'before') return 'died'
    service.put(step.request)
    if (death === 'after') return 'died'
    between(step)
    fresh = service.get()
  }
  throw new Error('The save goes on for ever.')
}

const death = fc.constantFrom<Death | null>('before', 'after', null)
const deaths = fc.array(death, { maxLength: 5 })

describe('a save', () => {
  it('gives exactly what the form holds, in the fewest requests', () => {
    fc.assert(
      fc.property(intent, (save) => {
        const service = new Service(save.base)
        expect(carryOut(service, save, [], false)).toBe('done')
        expect(service.get()).toEqual(shown(save.target))
        const isChanged = JSON.stringify(shown(save.base)) !== JSON.stringify(shown(save.target))
        const refills = SOC_LISTS.some(
          ({ list: name }) =>
            itemsOf(save.target, name).length > 0 &&
            nextSaveStep(save, save.base).kind === 'send' &&
            needsFreshRead({ base: only(save.base, name), target: only(save.target, name) }),
        )
        const addsBesides =
          needsFreshRead(save) && SOC_LISTS.some(({ list: name }) => isPureAddition(save, name))
        expect(service.requests).toBe(isChanged ? (refills || addsBesides ? 2 : 1) : 0)
      }),
      { numRuns },
    )
  })

  it.each(ZONES)('gives back what was typed in %s', (zone) => {
    vi.stubEnv('TZ', zone)
    fc.assert(
      fc.property(intent, (save) => {
        const service = new Service(save.base)
        expect(carryOut(service, save, [], false)).toBe('done')
        expect(service.get()).toEqual(shown(save.target))
      }),
      { numRuns: casesOr(200) },
    )
    vi.unstubAllEnvs()
  })

  it('sends pure additions alone', () => {
    const base = toSocEdit(emptySocForm())
    base.findings.findings = [{ description: 'a' }]
    const target = structuredClone(base)
    target.findings.findings.push({ description: 'b' })
    expect(nextSaveStep({ base, target }, base)).toEqual({
      kind: 'send',
      clears: false,
      request: { findings: { findings: [{ description: 'b' }] } },
    })
  })

  it('sends nothing where nothing changed', () => {
    fc.assert(
      fc.property(edit, (base) => {
        expect(nextSaveStep({ base, target: structuredClone(base) }, base)).toEqual({
          kind: 'done',
        })
      }),
    )
  })
})

describe('a save that dies', () => {
  it('is finished after reopening, exactly once, however often it dies', () => {
    fc.assert(
      fc.property(intent, deaths, (save, when) => {
        const service = new Service(save.base)
        let outcome = carryOut(service, save, when, false)
        for (let opened = 0; outcome === 'died' && opened < 10; opened++)
          outcome = carryOut(service, save, when, true)
        expect(outcome).toBe('done')
        expect(service.get()).toEqual(shown(save.target))
      }),
      { numRuns: numDeaths },
    )
  })

  it('can be discarded after reopening: what was there before is there again', () => {
    fc.assert(
      fc.property(intent, deaths, deaths, (save, when, whenUndone) => {
        const service = new Service(save.base)
        if (carryOut(service, save, when, false) === 'done') return
        // The old reviewer comes back by id, as the page finds it among the users.
        const { reviewer } = save.base.reviewerInformation
        if (reviewer !== null) save.base.reviewerInformation.reviewerUserId = idOf(reviewer)
        const undo = undoOf(save, service.get())
        let outcome = carryOut(service, undo, whenUndone, true)
        for (let opened = 0; outcome === 'died' && opened < 10; opened++)
          outcome = carryOut(service, undo, whenUndone, true)
        expect(outcome).toBe('done')
        expect(service.get()).toEqual(shown(save.base))
      }),
      { numRuns: numDeaths },
    )
  })
})

describe('a save beside another writer', () => {
  /** What the other adds to each list: items that nobody else writes. */
  const theirs = {
    findings: { findings: [{ description: 'theirs' }] },
    endUserControls: { userControls: [{ description: 'theirs', inPlace: true }] },
    servicesAndLocations: {
      services: [{ name: 'theirs' }],
      locations: [{ city: 'theirs', stateOrCountry: '' }],
    },
  }
  const countTheirs = (items: readonly SocItem[]): number =>
    items.filter((item) => Object.values(item).includes('theirs')).length

  it('writes nothing when the other was there before the fresh read', () => {
    fc.assert(
      fc.property(intent.filter(needsFreshRead), (save) => {
        const service = new Service(save.base)
        service.put(theirs)
        const before = service.get()
        const sent = service.requests
        expect(carryOut(service, save, [], false)).toBe('conflict')
        expect(service.requests).toBe(sent)
        expect(service.get()).toEqual(before)
      }),
      { numRuns },
    )
  })

  it('keeps what the other adds after any of its requests, and adds its own once', () => {
    fc.assert(
      fc.property(intent, fc.integer({ min: 1, max: 2 }), deaths, (save, after, when) => {
        const service = new Service(save.base)
        let ours = 0
        let wrote = false
        const between = (): void => {
          ours += 1
          if (ours !== after) return
          wrote = true
          service.put(theirs)
        }
        let outcome = carryOut(service, save, when, false, between)
        for (let opened = 0; outcome === 'died' && opened < 10; opened++)
          outcome = carryOut(service, save, when, true, between)
        for (const { list: name } of SOC_LISTS) {
          const items = itemsOf(service.get(), name)
          expect(countTheirs(items)).toBe(wrote ? 1 : 0)
          // In a conflict the list waits for the analyst; else ours are there, each as often as typed.
          if (outcome === 'done') {
            const mine = items.filter((item) => !Object.values(item).includes('theirs'))
            expect(mine).toEqual(itemsOf(save.target, name))
          }
        }
      }),
      { numRuns },
    )
  })
})

/** The form with nothing but one of its lists. */
const only = (of: SocEdit, name: (typeof SOC_LISTS)[number]['list']): SocEdit => {
  const bare = toSocEdit(emptySocForm())
  for (const entry of SOC_LISTS)
    if (entry.list === name) Object.assign(bare[entry.section], { [name]: itemsOf(of, name) })
  return bare
}

const isPureAddition = ({ base, target }: SaveIntent, name: (typeof SOC_LISTS)[number]['list']) => {
  const [before, after] = [itemsOf(base, name), itemsOf(target, name)]
  return (
    after.length > before.length &&
    JSON.stringify(after.slice(0, before.length)) === JSON.stringify(before)
  )
}
