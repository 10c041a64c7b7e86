import { describe, expect, it } from 'vitest'
import {
  CONTROLS,
  FOLLOW_UP,
  formWith,
  namesOf,
  requestTo,
  SERVICES,
  services,
  settled,
  takesAll,
  workAt,
} from '../../testing/works.ts'
import { type Choice, choicesOf, decide, decidedValue, leave, undo } from './decide.ts'
import { type Conflict, reconcile } from './reconcile.ts'
import { type Path, REVIEWER, TITLE, type Value } from './values.ts'
import { newWork, type Work } from './work.ts'

const nobody = (): undefined => undefined

/** The question about a path; fails if there is none. */
const askedOf = (work: Work, path: Path, theirs: Value): Conflict => {
  const { step } = reconcile(work, { [path]: theirs }, { isSettled: settled, maySend: takesAll })
  const [conflict] = step.kind === 'ask' ? step.conflicts : []
  if (!conflict) throw new Error('Nothing is asked.')
  return conflict
}

describe('a decision', () => {
  const listWork = workAt(SERVICES, services('a', 'b'), services('a', 'm'))
  const listConflict = askedOf(listWork, SERVICES, services('a', 't'))
  const fieldWork = workAt(FOLLOW_UP, 'a', 'm', requestTo(FOLLOW_UP, { from: 'a', to: 'm' }))
  const fieldConflict = askedOf(fieldWork, FOLLOW_UP, 't')

  it.each<[Choice, string[], string]>([
    ['mine', ['a', 'm'], 'm'],
    ['theirs', ['a', 't'], 't'],
    ['both', ['a', 't', 'm'], 't\n\nm'],
  ])('for %s', (choice, names, text) => {
    expect(namesOf(decidedValue(listConflict, choice))).toEqual(names)
    expect(decidedValue(fieldConflict, choice)).toBe(text)
    const { rows: _, ...withoutRows } = listConflict
    expect(decidedValue(withoutRows, choice)).toEqual(
      choice === 'theirs' ? listConflict.theirs : listConflict.mine,
    )
  })

  it.each<[Path, Value, Value, boolean]>([
    [FOLLOW_UP, 'm', 't', true],
    ['cpaFirm.cpaProcedurePerformed', 'm', 't', true],
    ['subserviceOrganizations.subserviceOrganization', 'm', 't', true],
    ['subserviceOrganizations.subserviceOrganizationProcedurePerformed', 'm', 't', true],
    [FOLLOW_UP, 'm', null, false],
    [FOLLOW_UP, null, 't', false],
    [FOLLOW_UP, 'm'.repeat(20_000), 't'.repeat(20_000), false],
    [TITLE, 'm', 't', false],
    ['cpaFirm.cpaFirm', 'm', 't', false],
    ['findings.hasMaterialImpact', true, false, false],
  ])('of %s between %j and %j leaves room for both: %j', (path, mine, theirs, hasBoth) => {
    const conflict: Conflict = { path, base: null, mine, theirs, held: theirs }
    expect(choicesOf(conflict)).toEqual(hasBoth ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'])
    if (!hasBoth) expect(decidedValue(conflict, 'both')).toBe(mine)
  })

  it('goes on from what the service holds, and ends what was open', () => {
    const held = { ...fieldConflict, held: 'held' }
    const other = requestTo(TITLE, { id: 'other' })
    const work = { ...fieldWork, journal: [...fieldWork.journal, other], decided: [FOLLOW_UP] }
    const base = { ...work.base, [TITLE]: 'A' }
    const decided = decide(
      { ...work, base },
      [held, { ...listConflict, held: services('h') }],
      ({ path }) => (path === SERVICES ? 'theirs' : 'mine'),
    )
    expect(decided).toMatchObject({
      base: { [TITLE]: 'A', [FOLLOW_UP]: 'held', [SERVICES]: services('h') },
      mine: { [FOLLOW_UP]: 'm', [SERVICES]: services('a', 't') },
      journal: [{ open: [] }, { open: [TITLE] }],
    })
    expect(decided.decided).toEqual([FOLLOW_UP, SERVICES])
  })

  it('leads out of every question: what is decided is done, or sent without another (B1)', () => {
    for (const choice of ['mine', 'theirs', 'both'] as const) {
      const decided = decide(listWork, [listConflict], () => choice)
      const { step } = reconcile(
        decided,
        { [SERVICES]: listConflict.held },
        { isSettled: settled, maySend: takesAll },
      )
      expect(step.kind).toBe(choice === 'theirs' ? 'done' : 'send')
    }
  })
})

describe('an unfinished save that is taken back', () => {
  it('writes again what was there before it (A2)', () => {
    const from = services('a', 'b')
    const sent = requestTo(SERVICES, { from, to: services('m', 'b'), isClear: true })
    const work = workAt(SERVICES, from, services('m', 'b'), { ...sent, outcome: 'taken' })
    const undone = undo(work, nobody)
    expect(undone).toEqual({ ...work, mine: { [SERVICES]: from } })
    const { step } = reconcile(
      undone,
      { [SERVICES]: [] },
      { isSettled: settled, maySend: takesAll },
    )
    expect(step).toMatchObject({ plan: { adds: { [SERVICES]: from } } })
  })

  it('keeps what was typed in a list since', () => {
    const sent = requestTo(SERVICES, { from: services('a'), to: services('a', 'm') })
    const work = workAt(SERVICES, services('a'), services('a', 'm', 'n'), sent)
    expect(namesOf(undo(work, nobody).mine[SERVICES])).toEqual(['a', 'n'])
  })

  it('keeps an item that was reworded since, once', () => {
    const from = services('the first item', 'a')
    const to = services('the first item m', 'a')
    const mine = services('the first item m, and more', 'a')
    const work = workAt(SERVICES, from, mine, requestTo(SERVICES, { from, to }))
    expect(undo(work, nobody).mine[SERVICES]).toEqual(mine)
  })

  it('keeps what was typed in a field since, or taken over there', () => {
    const sent = requestTo(FOLLOW_UP, { from: 'a', to: 'm' })
    expect(undo(workAt(FOLLOW_UP, 'a', 'm', sent), nobody).mine[FOLLOW_UP]).toBe('a')
    expect(undo(workAt(FOLLOW_UP, 'a', ' m', sent), nobody).mine[FOLLOW_UP]).toBe('a')
    expect(undo(workAt(FOLLOW_UP, 'a', 'm more', sent), nobody).mine[FOLLOW_UP]).toBe('m more')
    expect(undo(workAt(FOLLOW_UP, 't', 't', sent), nobody).mine[FOLLOW_UP]).toBe('t')
  })

  it('goes back to what was there before its first request', () => {
    const first = requestTo(FOLLOW_UP, { from: 'a', to: 'm' })
    const second = requestTo(FOLLOW_UP, { from: 'm', to: 'n' })
    expect(undo(workAt(FOLLOW_UP, 'm', 'n', first, second), nobody).mine[FOLLOW_UP]).toBe('a')
  })

  it('finds the id of the reviewer who was there before', () => {
    const sent = (from: Value) =>
      requestTo(REVIEWER, { from, to: { name: 'Bo', userId: 2 }, outcome: 'taken' })
    const back = (from: Value, idOf: (name: string) => number | undefined) =>
      undo(workAt(REVIEWER, from, { name: 'Bo', userId: 2 }, sent(from)), idOf).mine[REVIEWER]
    const idOf = (name: string) => (name === 'Ann Lee' ? 1 : undefined)
    expect(back({ name: 'Ann Lee' }, idOf)).toEqual({ name: 'Ann Lee', userId: 1 })
    expect(back({ name: 'Ann Lee', userId: 7 }, idOf)).toEqual({ name: 'Ann Lee', userId: 7 })
    expect(back({ name: 'Gone' }, idOf)).toEqual({ name: 'Gone', userId: undefined })
    expect(back({ name: null }, () => 1)).toEqual({ name: null })
  })

  it('leaves alone what it did not write', () => {
    const base = formWith()
    const mine = { ...base, [FOLLOW_UP]: 'typed', [CONTROLS]: [{ description: 'd' }] }
    const work = { ...newWork(base), mine, journal: [requestTo(TITLE, { from: 'A', to: 'B' })] }
    expect(undo(work, nobody)).toEqual(work)
  })
})

it('leaving a save as it is leaves nothing open', () => {
  const theirs = formWith({ [FOLLOW_UP]: 't' })
  expect(leave(theirs)).toEqual(newWork(theirs))
})
