import { describe, expect, it } from 'vitest'
import { reconcileField } from '../../testing/reconciled.ts'
import { FOLLOW_UP, type RequestDetails, requestTo, underWay } from '../../testing/works.ts'
import type { ReconcileOptions } from './reconcile.ts'
import { type Path, REVIEWER, TITLE, type Value, type Values } from './values.ts'

/** Tests of fields; lists have files for themselves. */

const DONE = { kind: 'done' }
const sets = (path: Path, value: Value) => ({
  kind: 'send',
  plan: { from: expect.anything() as Values, to: { [path]: value }, clears: [], adds: {} },
})
const asks = (path: Path, base: Value, mine: Value, theirs: Value) => ({
  kind: 'ask',
  conflicts: [{ path, base, mine, theirs, held: theirs }],
})
/** The result in which everything is as the service has it. */
const agreedOn = (value: Value) => ({ step: DONE, base: value, mine: value, journal: [] })

describe.each([
  ['a text', FOLLOW_UP, 'before', 'mine', 'theirs'],
  ['a title', TITLE, 'before', 'mine', 'theirs'],
  ['a day', 'complianceScope.auditPeriod', null, '2026-01-01', '2026-02-02'],
  ['a flag', 'findings.hasMaterialImpact', null, true, false],
  ['a range', 'complianceScope.auditPeriodRange', { start: null }, { start: '1' }, { start: '2' }],
  ['a set', 'complianceScope.trustServiceCriteria', [], ['SECURITY'], ['PRIVACY']],
])('%s', (_, path, before, mine, theirs) => {
  it('that only I changed is sent', () => {
    expect(reconcileField(path, [before, mine, before])).toMatchObject({
      step: sets(path, mine),
      base: before,
      mine,
    })
  })

  it('that only others changed is taken over', () => {
    expect(reconcileField(path, [before, before, theirs])).toEqual(agreedOn(theirs))
  })

  it('that is the same on both sides is done (B1)', () => {
    expect(reconcileField(path, [before, mine, mine])).toEqual(agreedOn(mine))
    const sent: RequestDetails = { to: theirs, outcome: 'taken' }
    expect(reconcileField(path, [before, mine, mine], [sent])).toEqual(agreedOn(mine))
    expect(reconcileField(path, [before, before, before], [sent])).toEqual(agreedOn(before))
  })

  it('that both changed is asked about (A7)', () => {
    expect(reconcileField(path, [before, mine, theirs])).toEqual({
      step: asks(path, before, mine, theirs),
      base: before,
      mine,
      journal: [],
    })
  })

  it('that was sent, and has arrived, is done', () => {
    expect(reconcileField(path, [before, mine, mine], [{ to: mine }])).toEqual(agreedOn(mine))
  })

  it('that was sent, and was lost, is sent again', () => {
    expect(reconcileField(path, [before, mine, before], [{ to: mine }])).toEqual({
      step: sets(path, mine),
      base: before,
      mine,
      journal: [],
    })
  })

  it('that was sent, and may still arrive, is waited for', () => {
    const sent: RequestDetails = { to: mine }
    expect(reconcileField(path, [before, mine, before], [sent], { isSettled: underWay })).toEqual({
      step: { kind: 'wait' },
      base: before,
      mine,
      journal: [requestTo(path, { from: before, to: mine })],
    })
  })

  it('that arrived unanswered, and was typed back, is taken back (A13)', () => {
    expect(reconcileField(path, [before, before, mine], [{ to: mine }])).toMatchObject({
      step: sets(path, before),
      base: mine,
      mine: before,
      journal: [],
    })
  })

  it('that arrived, and was changed by others since, is asked about', () => {
    const sent: RequestDetails = { to: mine, outcome: 'taken' }
    expect(reconcileField(path, [before, mine, theirs], [sent])).toMatchObject({
      step: asks(path, before, mine, theirs),
      base: before,
      journal: [{ open: [path] }],
    })
  })
})

describe('a text', () => {
  const at = (
    values: readonly [string, string, string],
    requests?: readonly RequestDetails[],
    options?: Partial<ReconcileOptions>,
  ) => reconcileField(FOLLOW_UP, values, requests, options)

  it('that goes on from what was sent is sent in full', () => {
    const sent: RequestDetails[] = [{ to: 'one' }]
    expect(at(['', 'one two', 'one'], sent)).toMatchObject({
      step: sets(FOLLOW_UP, 'one two'),
      base: 'one',
      journal: [],
    })
  })

  it('that the service shows in other letters is nobody else’s (B5)', () => {
    expect(at(['before', 'mine ', 'mine'], [{ to: 'mine ' }])).toEqual(agreedOn('mine'))
    expect(at(['before', 'mine ', 'mine'], [{ to: 'mine ', outcome: 'taken' }])).toEqual(
      agreedOn('mine'),
    )
    expect(at(['before', 'mine ', 'mine'])).toEqual(agreedOn('mine'))
  })

  it('of which I changed the space alone is sent, once', () => {
    expect(at(['mine', 'mine ', 'mine'])).toMatchObject({ step: sets(FOLLOW_UP, 'mine ') })
    expect(at(['mine', 'mine ', 'mine'], [{ to: 'mine ' }])).toMatchObject({
      step: sets(FOLLOW_UP, 'mine '),
      journal: [],
    })
    expect(at(['mine', 'mine ', 'mine'], [{ to: 'mine ', outcome: 'taken' }])).toEqual(
      agreedOn('mine'),
    )
  })

  it('of which others changed the space alone is asked about only if I changed its words', () => {
    expect(at(['a b', 'a b', 'a  b'])).toEqual(agreedOn('a  b'))
    expect(at(['a b', 'a b ', 'a  b'])).toEqual(agreedOn('a  b'))
    expect(at(['a b', 'c', 'a  b'])).toMatchObject({ step: asks(FOLLOW_UP, 'a b', 'c', 'a  b') })
  })

  it('that went on from a trimmed one is sent in full', () => {
    expect(at(['', 'mine  and more', 'mine'], [{ to: 'mine ' }])).toMatchObject({
      step: sets(FOLLOW_UP, 'mine  and more'),
      base: 'mine',
    })
  })

  it('in which I broke a line since it was sent is sent with its new line', () => {
    for (const outcome of ['taken', 'unclear'] as const)
      expect(at(['', 'one\ntwo', 'one two'], [{ to: 'one two', outcome }])).toMatchObject({
        step: sets(FOLLOW_UP, 'one\ntwo'),
        base: 'one two',
        journal: [],
      })
  })

  it('of which an earlier version is there is sent in the later one', () => {
    const sent: RequestDetails[] = [{ to: 'one' }, { from: '', to: 'two' }]
    expect(at(['', 'two', 'one'], sent)).toMatchObject({ step: sets(FOLLOW_UP, 'two') })
  })

  it('that was taken and then set back by others is asked about', () => {
    const sent: RequestDetails[] = [{ to: 'mine', outcome: 'taken' }]
    expect(at(['before', 'mine', 'before'], sent)).toMatchObject({
      step: asks(FOLLOW_UP, 'before', 'mine', 'before'),
      journal: [{ open: [FOLLOW_UP] }],
    })
  })

  it('that was taken back by me, as by others, is done', () => {
    const sent: RequestDetails[] = [{ to: 'mine', outcome: 'taken' }]
    expect(at(['before', 'before', 'before'], sent)).toEqual(agreedOn('before'))
    expect(at(['before', 'before', 'theirs'], sent)).toEqual(agreedOn('theirs'))
  })

  it('that others wrote while ours is lost is asked about, and ours is not sent again', () => {
    expect(at(['before', 'mine', 'theirs'], [{ to: 'mine' }])).toMatchObject({
      step: asks(FOLLOW_UP, 'before', 'mine', 'theirs'),
    })
  })

  it('that was typed upon an older text than a save began with is asked about', () => {
    const sent: RequestDetails[] = [{ from: 'theirs', to: 'saved' }]
    expect(at(['older', 'older and typed', 'saved'], sent)).toMatchObject({
      step: asks(FOLLOW_UP, 'older', 'older and typed', 'saved'),
    })
    expect(at(['older', 'older', 'saved'], sent)).toEqual(agreedOn('saved'))
    expect(at(['older', 'older and typed', 'older'], sent)).toMatchObject({
      step: sets(FOLLOW_UP, 'older and typed'),
    })
  })
})

describe('the reviewer', () => {
  const none = { name: null }
  const read = { name: 'Ann Lee' }
  const chosen = { name: 'Ann Lee', userId: 1 }
  const namesake = { name: 'Ann Lee', userId: 2 }
  const at = (
    values: readonly [Value, Value, Value],
    requests?: readonly RequestDetails[],
    options?: Partial<ReconcileOptions>,
  ) => reconcileField(REVIEWER, values, requests, options)

  it('of one name with another is another choice (A11)', () => {
    expect(at([read, namesake, read])).toMatchObject({ step: sets(REVIEWER, namesake) })
    expect(at([none, chosen, none])).toMatchObject({ step: sets(REVIEWER, chosen) })
  })

  it('whom others chose under the same name is asked about', () => {
    expect(at([none, chosen, read])).toMatchObject({ step: asks(REVIEWER, none, chosen, read) })
  })

  it('whose name alone is known is nobody’s choice', () => {
    expect(at([none, read, { name: 'Bo' }])).toEqual(agreedOn({ name: 'Bo' }))
  })

  it('can be taken away', () => {
    expect(at([read, none, read])).toMatchObject({ step: sets(REVIEWER, none) })
  })

  it('who was sent is done, whatever name the service shows', () => {
    const sent: RequestDetails[] = [{ to: chosen, outcome: 'taken' }]
    expect(at([none, chosen, read], sent)).toEqual(agreedOn(read))
    expect(at([none, chosen, { name: 'A. Lee' }], sent)).toEqual(agreedOn({ name: 'A. Lee' }))
    expect(at([none, chosen, read], [{ to: chosen }])).toEqual(agreedOn(read))
    expect(at([none, namesake, read], sent)).toMatchObject({ step: sets(REVIEWER, namesake) })
  })

  it('who was sent after another one is done', () => {
    const sent: RequestDetails[] = [{ to: { name: 'Bo', userId: 3 } }, { to: chosen }]
    expect(at([none, chosen, read], sent)).toEqual(agreedOn(read))
  })

  it('who was sent without an answer is not taken for one who was chosen since', () => {
    const sent: RequestDetails[] = [{ to: chosen, outcome: 'unclear' }]
    const other = { name: 'Bo', userId: 3 }
    expect(at([none, other, read], sent)).toMatchObject({ step: sets(REVIEWER, other), base: read })
  })
})
