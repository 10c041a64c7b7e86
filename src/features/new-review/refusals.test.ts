import { expect, it } from 'vitest'
import { ApiError } from '../../api/transport/api-error.ts'
import { refusalsOf } from './refusals.ts'

const MESSAGES = [
  'title must be shorter than or equal to 191 characters',
  'property note should not exist!',
  'nothing.we.know must be a string',
  'Bad request',
]
const refusal = (status: number, speaker?: 'proxy'): ApiError =>
  new ApiError('createVendorSecurityReview', {
    status,
    messages: MESSAGES,
    ...(speaker && { speaker }),
  })

it('the fields that the messages speak of are told', () => {
  expect(refusalsOf(refusal(400))).toEqual({
    title: 'Drata refused this: title must be shorter than or equal to 191 characters.',
    note: 'Drata refused this: property note should not exist.',
  })
})

it('no other refusal is about fields, and none on the way is Drata’s', () => {
  for (const error of [refusal(422), refusal(400, 'proxy'), new Error('title must be'), null])
    expect(refusalsOf(error)).toEqual({})
})
