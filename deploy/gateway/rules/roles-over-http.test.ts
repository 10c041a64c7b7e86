import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERATIONS, type OperationId } from '../../../src/domain/contract/operations.ts'
import { ask } from '../testing/ask.ts'
import { type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import {
  FROM_APP,
  fakeSignIn,
  type RunningGateway,
  signedInAs,
  startGateway,
  WITH_SIGN_IN,
} from '../testing/start-gateway.ts'

const DECISIONS: readonly OperationId[] = ['performSecurityReviewAction']
const ROLES = ['nobody', 'read', 'edit', 'decide'] as const

let service: ServiceStandIn
let gateway: RunningGateway

beforeAll(async () => {
  service = await startService()
  const env = { ...WITH_SIGN_IN, DRATA_API_URL: service.url }
  gateway = await startGateway(env, { signIn: fakeSignIn })
})
afterAll(async () => {
  await gateway.app.close()
  await service.close()
})

/** The statuses of the gateway by role, where everybody does what needs this role. */
const EXPECTED = {
  read: { nobody: 401, read: 200, edit: 200, decide: 200 },
  edit: { nobody: 401, read: 403, edit: 200, decide: 200 },
  decide: { nobody: 401, read: 403, edit: 403, decide: 200 },
}
const expectedOf = (id: OperationId) => {
  if (DECISIONS.includes(id)) return EXPECTED.decide
  return OPERATIONS[id].method === 'GET' ? EXPECTED.read : EXPECTED.edit
}

test.each(Object.keys(OPERATIONS) as OperationId[])(
  '%s is for those whose role allows it',
  async (id) => {
    const { method, path } = OPERATIONS[id]
    const body = method === 'GET' ? '' : '{"action":"finalize"}'
    const statuses: Record<string, number> = {}
    for (const role of ROLES) {
      const headers = role === 'nobody' ? FROM_APP : signedInAs({ role })
      const url = `/api${path.replaceAll(/\{\w+\}/g, '7')}`
      const answer = await ask(gateway.port, url, { method, body, headers })
      statuses[role] = answer.status
      expect(service.takeReceived()).toHaveLength(answer.status === 200 ? 1 : 0)
    }
    expect(statuses).toEqual(expectedOf(id))
  },
)
