import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { valid } from '../../testing/arbitraries.ts'
import { everywhere, mangled, withoutEmpty } from '../../testing/mangled.ts'
import { ITEM_FIELDS, SOC_LISTS } from '../soc/form-fields.ts'
import { vendorDocumentContract, vendorDocumentSchema } from './document.ts'
import {
  listedQuestionnaireContract,
  questionnaireContract,
  questionnaireSchema,
} from './questionnaire.ts'
import { reviewActionResultContract, reviewActionResultSchema } from './review.ts'
import { reviewV1Contract, reviewV1Schema } from './review-v1.ts'
import { reviewContract, reviewSchema } from './review-with-form.ts'
import { socFormContract, socFormSchema } from './soc-form.ts'
import { userContract, userSchema } from './user.ts'
import { vendorContract, vendorSchema } from './vendor.ts'

type Json = Record<string, unknown>
type Pair = { name: string; contract: z.ZodMiniType; schema: z.ZodMiniType }

const ENTITIES: Pair[] = [
  { name: 'a review', contract: reviewContract, schema: reviewSchema },
  { name: 'a review of version 1', contract: reviewV1Contract, schema: reviewV1Schema },
  { name: 'a vendor', contract: vendorContract, schema: vendorSchema },
  { name: 'a user', contract: userContract, schema: userSchema },
  { name: 'a questionnaire', contract: questionnaireContract, schema: questionnaireSchema },
  {
    name: "one of a vendor's questionnaires",
    contract: listedQuestionnaireContract,
    schema: questionnaireSchema,
  },
  { name: 'a document', contract: vendorDocumentContract, schema: vendorDocumentSchema },
]
const PARTS: Pair[] = [
  { name: 'a SOC form', contract: socFormContract, schema: socFormSchema },
  {
    name: "an action's result",
    contract: reviewActionResultContract,
    schema: reviewActionResultSchema,
  },
]

const answersOf = (contract: z.ZodMiniType) => valid(contract) as fc.Arbitrary<Json>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

describe.each([...ENTITIES, ...PARTS])('reading $name', ({ contract, schema }) => {
  const answers = answersOf(contract)
  const read = (answer: unknown): unknown => withoutEmpty(schema.parse(answer))
  const holds = (law: (answer: Json) => void): void =>
    fc.assert(
      fc.property(answers, (answer) => {
        law(answer)
      }),
    )

  it('is tested with answers that keep to the contract', () => {
    holds((answer) => expect(contract.safeParse(answer).error).toBeUndefined())
  })

  it('brings every field of a contractual answer back as it was', () => {
    holds((answer) => expect(read(answer)).toEqual(withoutEmpty(answer)))
  })

  it('never fails over a mangled answer that keeps its id', () => {
    fc.assert(
      fc.property(mangled(answers), (answer) => {
        expect(schema.safeParse(answer).error).toBeUndefined()
      }),
      { numRuns: 400 },
    )
  })

  it('takes a missing field for null', () => {
    holds((answer) => expect(read(withoutEmpty(answer))).toEqual(read(answer)))
  })

  it('takes "true" and "false" for what they mean', () => {
    const inWords = (answer: Json): unknown =>
      everywhere(answer, (value) => (typeof value === 'boolean' ? String(value) : value))
    holds((answer) => expect(read(inWords(answer))).toEqual(read(answer)))
  })

  it('leaves out the fields it does not know', () => {
    const withMore = (answer: Json): unknown =>
      everywhere(answer, (value) =>
        isObject(value) ? { ...value, confidenceScore: 0.87, toString: ['x'] } : value,
      )
    holds((answer) => expect(bareItems(read(withMore(answer)))).toEqual(read(answer)))
  })
})

/** An answer without the fields of the form's items that the app does not know. */
const bareItems = (answer: unknown): unknown =>
  everywhere(answer, (value) => {
    if (!isObject(value)) return value
    const bare = SOC_LISTS.flatMap(({ name: list }) => {
      const items = value[list]
      if (!Array.isArray(items)) return []
      const known = (item: Json) =>
        Object.fromEntries(ITEM_FIELDS[list].map((name) => [name, item[name]]))
      return [[list, items.map(known)]]
    })
    return { ...value, ...Object.fromEntries(bare) }
  })

it('an item of the form keeps the fields that the app does not know, since it is sent back', () => {
  const item = { description: 'a', severity: { level: 3 } }
  const form = socFormSchema.parse({ findings: { findings: [item] } })
  expect(form.findings.findings).toEqual([item])
})

describe.each(ENTITIES)('reading $name without an id to speak of', ({ contract, schema }) => {
  const answers = answersOf(contract)

  it.each([undefined, null, 0, -4, 1.5, '', 'seven', '7 ', true, {}, [7]])('fails on %j', (id) => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(schema.safeParse({ ...answer, id }).success).toBe(false)
      }),
      { numRuns: 10 },
    )
  })

  it('takes digits for the number', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(schema.parse({ ...answer, id: String(answer.id) })).toMatchObject({ id: answer.id })
      }),
    )
  })

  it.each([null, undefined, 'a review', 42, true, [], [{ id: 1 }]])('fails on %j', (answer) => {
    expect(schema.safeParse(answer).success).toBe(false)
  })
})

describe('reading a review', () => {
  const reviews = answersOf(reviewContract)
  const bare = { id: 7 }

  it('finds the form under its other name', () => {
    fc.assert(
      fc.property(reviews, ({ socReviewForm, ...rest }) => {
        expect(reviewSchema.parse({ ...rest, socReview: socReviewForm })).toEqual(
          reviewSchema.parse({ ...rest, socReviewForm }),
        )
      }),
    )
  })

  it('finds status and type under the names of the requests', () => {
    fc.assert(
      fc.property(reviews, ({ status, type, ...rest }) => {
        expect(
          reviewSchema.parse({ ...rest, securityReviewStatus: status, securityReviewType: type }),
        ).toMatchObject({ status, type })
      }),
    )
  })

  it('keeps words and numbers that it does not know as they came', () => {
    expect(
      reviewSchema.parse({ ...bare, status: 3, type: 'PENETRATION_TEST', decision: 'DEFERRED' }),
    ).toMatchObject({ status: '3', type: 'PENETRATION_TEST', decision: 'DEFERRED' })
  })

  it('keeps markup as the text it is', () => {
    const title = '<img src=x onerror=alert(1)>'
    expect(reviewSchema.parse({ ...bare, title }).title).toBe(title)
  })

  it('does without a person who has no id', () => {
    expect(reviewSchema.parse({ ...bare, user: { email: 'kim@example.com' } }).user).toBeNull()
  })

  it('gives the parts that are missing from a form their empty values', () => {
    const { socReviewForm: form } = reviewSchema.parse({ ...bare, socReviewForm: { findings: 3 } })
    expect(form).toMatchObject({
      readyToFinalize: null,
      findings: { isComplete: null, missingRequiredFields: [], findings: [] },
      complianceScope: { auditPeriodRange: {}, trustServiceCriteria: null },
      subserviceOrganizations: { subserviceOrganizationUsingInclusiveMethod: null },
    })
  })

  it('cuts the time off a calendar day instead of converting it', () => {
    const form = socFormSchema.parse({
      reviewerInformation: { reportIssueDate: '2026-03-01T23:30:00-08:00' },
    })
    expect(form.reviewerInformation.reportIssueDate).toBe('2026-03-01')
  })

  it('does not take an unreadable yes-or-no for no', () => {
    const form = socFormSchema.parse({
      readyToFinalize: 'maybe',
      findings: { isComplete: 0, hasMaterialImpact: 'yes' },
    })
    expect(form.readyToFinalize).toBeNull()
    expect(form.findings).toMatchObject({ isComplete: null, hasMaterialImpact: null })
  })
})
