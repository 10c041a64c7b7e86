import { describe, expect, it } from 'vitest'
import { vendorDocumentContract } from '../../src/domain/contract/document.ts'
import { LIMITS } from '../../src/domain/contract/enums.ts'
import { questionnaireContract } from '../../src/domain/contract/questionnaire.ts'
import { reviewContract } from '../../src/domain/contract/review-with-form.ts'
import { userContract } from '../../src/domain/contract/user.ts'
import { vendorContract } from '../../src/domain/contract/vendor.ts'
import { breachOf } from '../conforms.ts'
import {
  answerDocument,
  answerQuestionnaire,
  answerReview,
  answerUser,
  answerVendor,
} from '../service/answers.ts'
import { TEST_DAY } from '../testing.ts'
import { hostileStore } from './hostile.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

const store = hostileStore({ today: TEST_DAY, unknownValues: false })

describe('the hostile texts', () => {
  it('are three hundred different ones, none longer than the longest field', () => {
    expect(HOSTILE_TEXTS).toHaveLength(300)
    expect(new Set(HOSTILE_TEXTS).size).toBe(300)
    expect(Math.max(...HOSTILE_TEXTS.map(({ length }) => length))).toBe(LIMITS.longText)
  })

  it.each([
    ['scripts', /<script>/],
    ['event handlers', /\bon\w+=/],
    ['javascript: links', /^javascript:/i],
    ['formulas', /^=/],
    ['controls of direction', /\p{Bidi_Control}/u],
    ['nothing but zero width', /^\u200B+$/],
    ['emoji', /\p{Extended_Pictographic}\u200D/u],
    ['null characters', /\0/],
    ['halves of surrogate pairs', /\p{Surrogate}/u],
  ])('have %s among them', (_, pattern) => {
    expect(HOSTILE_TEXTS.some((text) => pattern.test(text))).toBe(true)
  })
})

describe('the hostile data', () => {
  it('keeps to the contract', () => {
    const breaches = [
      ...store
        .all('vendors')
        .map((vendor) => breachOf(vendorContract, answerVendor(store, vendor), false)),
      ...store
        .all('reviews')
        .map((review) =>
          breachOf(reviewContract, answerReview(store, review, { withForm: true }), false),
        ),
      ...store.all('users').map((user) => breachOf(userContract, answerUser(user), false)),
      ...store
        .all('questionnaires')
        .map((one) => breachOf(questionnaireContract, answerQuestionnaire(one), false)),
      ...store
        .all('documents')
        .map((one) => breachOf(vendorDocumentContract, answerDocument(one), false)),
    ]
    expect(breaches).toHaveLength(1_500)
    expect(breaches.filter(Boolean)).toEqual([])
  })

  it('names one record of each kind by each text', () => {
    expect(store.all('vendors').map(({ name }) => name)).toEqual(HOSTILE_TEXTS)
    expect(store.all('reviews').map(({ title }) => title)).toEqual(HOSTILE_TEXTS)
    expect(store.all('users').map(({ firstName }) => firstName)).toEqual(HOSTILE_TEXTS)
    expect(store.all('questionnaires').map(({ title }) => title)).toEqual(HOSTILE_TEXTS)
    expect(store.all('documents').map(({ name }) => name)).toEqual(HOSTILE_TEXTS)
  })
})
