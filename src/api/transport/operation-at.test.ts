import { expect, it } from 'vitest'
import { OPERATIONS, operationAt } from './operation-at.ts'

const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

it('puts the ids into the path of an operation', () => {
  expect(operationAt('listVendors')).toEqual({
    operation: 'listVendors',
    method: 'GET',
    path: '/v2/vendors',
  })
  expect(operationAt('updateVendorSecurityReview', { vendorId: 7, securityReviewId: 12 })).toEqual({
    operation: 'updateVendorSecurityReview',
    method: 'PUT',
    path: '/v2/vendors/7/security-reviews/12',
  })
})

it.each(Object.keys(OPERATIONS))('%s is asked for by a function of the api', (id) => {
  const asking = Object.values(sources).filter((source) => source.includes(`operationAt('${id}'`))
  expect(asking).not.toEqual([])
})
