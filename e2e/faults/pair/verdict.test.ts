import { expect, test } from 'vitest'
import { type Arrival, type HeldReview, unreadWords, wordsAddedTwice } from './record.ts'
import { type PairEnd, verdictOf } from './verdict.ts'
import type { Word } from './words.ts'

const review = (...texts: string[]): HeldReview => ({
  socReviewForm: { findings: { findings: texts.map((description) => ({ description })) } },
})

const arrival = (at: number, by: 'ada' | 'grace', held: HeldReview): Arrival => ({
  at,
  by,
  method: 'PUT',
  status: 200,
  body: '{}',
  held,
  readAgeMs: 50,
  writtenOver: [],
  addedTwice: [],
})

const ADAS: Word = { author: 'ada', typedAt: 0, gone: undefined, mayBeTwice: false }
const WORD = 'j1-ada-2'

/** A job in which Ada typed one word, which was never saved. */
const end = (change: Partial<PairEnd> = {}, word: Partial<Word> = {}): PairEnd => ({
  words: new Map([[WORD, { ...ADAS, ...word }]]),
  arrivals: [],
  first: review(),
  held: review(),
  shown: { ada: '', grace: '' },
  moments: { ada: [], grace: [] },
  isSettled: true,
  ...change,
})

const over = (writtenOver: readonly string[]) => [{ ...arrival(1, 'grace', review()), writtenOver }]

const fates: [string, PairEnd, string[]][] = [
  ['is in the service', end({ held: review(`Added ${WORD}`) }), []],
  ['is on a page', end({ shown: { ada: `Added ${WORD}`, grace: '' } }), []],
  ['was removed by somebody', end({}, { gone: 'remove by ada' }), []],
  ['is nowhere', end(), [`${WORD} is lost.`]],
  ['is there twice', end({ held: review(WORD, WORD) }), [`${WORD} is there 2 times.`]],
  ['was kept twice on purpose', end({ held: review(WORD, WORD) }, { mayBeTwice: true }), []],
  [
    'is there twice in a save that is half done',
    end({ held: review(WORD, WORD), isSettled: false }),
    [],
  ],
]
for (const [fate, job, problems] of fates)
  test(`a word that ${fate}`, () => {
    expect(verdictOf(job)).toEqual({ problems, writtenOver: [], addedTwice: [] })
  })

test('counts a word that was written over within one round trip, and blames nobody', () => {
  expect(verdictOf(end({ arrivals: over([WORD]) }))).toEqual({
    problems: [],
    writtenOver: [WORD],
    addedTwice: [],
  })
})

test('counts a word that was added twice within one round trip, and blames nobody', () => {
  const arrivals = [{ ...arrival(1, 'grace', review(WORD, WORD)), addedTwice: [WORD] }]
  expect(verdictOf(end({ arrivals, held: review(WORD, WORD) }))).toEqual({
    problems: [],
    writtenOver: [],
    addedTwice: [WORD],
  })
})

const said = { ada: [{ at: 5_000, texts: [`Added ${WORD}`] }], grace: [] }
const byAda = arrival(2_000, 'ada', review(WORD))

const orders: [string, readonly Arrival[], RegExp | undefined][] = [
  ['over what the service holds', [byAda], undefined],
  ['over what the other one removed since', [byAda, arrival(3_000, 'grace', review())], undefined],
  ['over what it removed itself', [byAda, arrival(3_000, 'ada', review())], /had taken it out/],
  ['over what came only later', [arrival(6_000, 'ada', review(WORD))], /had never held it/],
]
for (const [order, arrivals, problem] of orders)
  test(`"Saved" ${order}`, () => {
    const { problems } = verdictOf(end({ arrivals, moments: said, held: review(WORD) }))
    expect(problems).toEqual(problem ? [expect.stringMatching(problem)] : [])
  })

test('takes a word as young that was typed a moment before "Saved"', () => {
  const job = end({ moments: said, held: review(WORD) }, { typedAt: 4_500 })
  expect(verdictOf(job).problems).toEqual([])
})

const writes: [string, object, string[]][] = [
  ['a clear removes what the page had not read', { findings: { findings: [] } }, ['j1-grace-3']],
  ['an addition removes nothing', { findings: { findings: [{ description: 'new' }] } }, []],
  ['another list is not touched', { endUserControls: { userControls: [] } }, []],
]
for (const [what, socForm, words] of writes)
  test(what, () => {
    const body = JSON.stringify({ socForm })
    expect(unreadWords(body, review(WORD, 'j1-grace-3'), review(WORD))).toEqual(words)
  })

test('an addition doubles what came back since its page has read', () => {
  const body = JSON.stringify({ socForm: { findings: { findings: [{ description: WORD }] } } })
  expect(wordsAddedTwice(body, review(WORD), review())).toEqual([WORD])
  expect(wordsAddedTwice(body, review(WORD), review(WORD))).toEqual([])
  expect(wordsAddedTwice(body, review(), review())).toEqual([])
})
