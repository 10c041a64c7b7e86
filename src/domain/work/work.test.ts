import { describe, expect, it } from 'vitest'
import {
  FOLLOW_UP,
  formWith,
  requestTo,
  SERVICES,
  services,
  titleRequest,
  workAt,
} from '../../testing/works.ts'
import { TITLE } from './values.ts'
import {
  closePaths,
  hasForm,
  isEdited,
  isUnfinished,
  isUnsaved,
  newWork,
  notePerhaps,
  openAt,
  type SentRequest,
  withOutcome,
  withRequest,
} from './work.ts'

/** A request to the title and to a list. */
const wide: SentRequest = {
  ...titleRequest('A', 'B'),
  id: 'wide',
  clears: [SERVICES],
  adds: {},
  open: [TITLE, SERVICES],
  perhaps: [],
}

describe('work', () => {
  it('has begun nothing at first', () => {
    const values = formWith()
    const work = newWork(values)
    expect(work).toEqual({ base: values, mine: values, journal: [], decided: [] })
    expect([isEdited(work), isUnfinished(work), isUnsaved(work)]).toEqual([false, false, false])
  })

  it('is about a form, or the title alone', () => {
    expect(hasForm(newWork(formWith()))).toBe(true)
    expect(hasForm(newWork({ [TITLE]: 'A' }))).toBe(false)
  })

  it('is unsaved where something was typed, or a save is not known to have ended', () => {
    const typed = workAt(FOLLOW_UP, null, 'typed')
    expect([isEdited(typed), isUnfinished(typed), isUnsaved(typed)]).toEqual([true, false, true])
    const sent = workAt(FOLLOW_UP, 'a', 'a', requestTo(FOLLOW_UP, { from: 'b', to: 'a' }))
    expect([isEdited(sent), isUnfinished(sent), isUnsaved(sent)]).toEqual([false, true, true])
    const ended = { ...sent, journal: [requestTo(FOLLOW_UP, { isOpen: false })] }
    expect([isUnfinished(ended), isUnsaved(ended)]).toEqual([false, false])
    const partly = { ...sent, journal: [...ended.journal, ...sent.journal] }
    expect(isUnfinished(partly)).toBe(true)
  })
})

describe('the journal', () => {
  it('says what each request did to a path, the oldest first', () => {
    const later = requestTo(SERVICES, {
      id: 'later',
      outcome: 'taken',
      endedAt: null,
      from: services('a'),
      to: services('b'),
      adds: services('b'),
    })
    const journal = [wide, later]
    expect(openAt({ journal }, TITLE)).toEqual([
      {
        outcome: 'unclear',
        endedAt: 0,
        clears: false,
        adds: undefined,
        from: 'A',
        to: 'B',
      },
    ])
    expect(openAt({ journal }, SERVICES)).toMatchObject([
      { clears: true, outcome: 'unclear' },
      {
        outcome: 'taken',
        endedAt: null,
        clears: false,
        adds: services('b'),
        from: services('a'),
        to: services('b'),
      },
    ])
    expect(openAt({ journal }, FOLLOW_UP)).toEqual([])
  })

  it('does not take for lost what was seen once', () => {
    const journal = [{ ...wide, perhaps: [SERVICES] }]
    expect(openAt({ journal }, SERVICES)).toMatchObject([{ outcome: 'taken' }])
    expect(openAt({ journal }, TITLE)).toMatchObject([{ outcome: 'unclear' }])
  })

  it('closes the paths whose end was seen, and is empty once nothing is open', () => {
    const other = requestTo(FOLLOW_UP, { id: 'other' })
    const journal = [wide, other]
    const closed = closePaths(journal, new Set([TITLE, FOLLOW_UP]))
    expect(closed.map(({ id, open }) => [id, open])).toEqual([
      ['wide', [SERVICES]],
      ['other', []],
    ])
    expect(closePaths(closed, new Set([SERVICES]))).toEqual([])
    expect(closePaths(journal, new Set())).toBe(journal)
  })

  it('stands as it is where nothing is closed, even if nothing in it is open', () => {
    const journal = [requestTo(TITLE, { isOpen: false })]
    expect(closePaths(journal, new Set())).toBe(journal)
    expect(closePaths(journal, new Set([TITLE]))).toEqual([])
  })

  it('remembers where something was seen that may be ours, as long as that is open', () => {
    const noted = notePerhaps([wide], new Set([SERVICES, FOLLOW_UP]))
    expect(noted).toEqual([{ ...wide, perhaps: [SERVICES] }])
    expect(notePerhaps(noted, new Set([TITLE]))[0]?.perhaps).toEqual([TITLE, SERVICES])
    const closed = closePaths(noted, new Set([SERVICES]))
    expect(notePerhaps(closed, new Set([TITLE]))[0]?.perhaps).toEqual([TITLE])
    expect(notePerhaps(noted, new Set())).toBe(noted)
  })

  it('takes a request in before it goes out, and its outcome after it', () => {
    const begun = withRequest(
      withRequest(workAt(TITLE, 'A', 'B'), { ...wide, endedAt: null }),
      titleRequest('A', 'B', { id: 'second', endedAt: null }),
    )
    expect(begun.journal.map(({ id }) => id)).toEqual(['wide', 'second'])
    const taken = withOutcome(begun, 'wide', 'taken', 5)
    expect(taken.journal).toEqual([{ ...wide, outcome: 'taken', endedAt: 5 }, begun.journal[1]])
    const unclear = withOutcome(begun, 'second', 'unclear', 6)
    expect(unclear.journal[1]).toMatchObject({ outcome: 'unclear', endedAt: 6 })
    expect(unclear.journal[0]).toBe(begun.journal[0])
  })

  it('leaves out a request that the service certainly did not take', () => {
    const work = workAt(TITLE, 'A', 'B', wide, titleRequest('A', 'B', { id: 'second' }))
    expect(withOutcome(work, 'wide', 'unsent', 5).journal).toEqual([work.journal[1]])
    expect(withOutcome(work, 'wide', 'unsent', 5)).toMatchObject({ base: work.base })
  })
})
