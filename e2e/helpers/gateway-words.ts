import type { Page, Request } from '@playwright/test'
import { parseScenario, type ScenarioTerm } from '../../mocks/scenarios.ts'
import { ANSWER_MARK, type AnswerMark, SIGN_IN } from '../../src/domain/contract/gateway-headers.ts'
import { OPERATIONS, type OperationId } from '../../src/domain/contract/operations.ts'

/** The mark of an answer that the gateway forwards, for answers that a test makes up. */
export const FORWARDED = { [ANSWER_MARK]: 'forwarded' satisfies AnswerMark }

const isOf = (operationId: string | null, request: Request): boolean => {
  if (operationId === null) return true
  const { method, path } = OPERATIONS[operationId as OperationId]
  const pattern = new RegExp(`^/api${path.replaceAll(/\{\w+\}/g, '\\d+')}$`)
  return request.method() === method && pattern.test(new URL(request.url()).pathname)
}

/**
 * Answers for the gateway of live mode where a scenario says that the session has ended: a service
 * behind the gateway cannot say that, and Vite's gateway has no sign-in.
 * @returns the rest of the scenario, for the service
 */
export const speakForGateway = async (page: Page, scenario: string): Promise<string> => {
  const terms = parseScenario(scenario)
  const isOfGateway = ({ name }: ScenarioTerm): boolean => name === 'signed-out'
  for (const { operationId, after, count } of terms.filter(isOfGateway)) {
    let passing = after
    let left = count ?? Number.POSITIVE_INFINITY
    await page.route('**/api/**', async (route, request) => {
      if (left <= 0 || !isOf(operationId, request) || passing-- > 0) {
        await route.fallback()
        return
      }
      left -= 1
      await route.fulfill({
        status: 401,
        headers: { [ANSWER_MARK]: 'own' satisfies AnswerMark, [SIGN_IN]: '/' },
        json: { statusCode: 401, message: 'Your session has ended: sign in again.', code: 0 },
      })
    })
  }
  return terms
    .filter((term) => !isOfGateway(term))
    .map(({ text }) => text)
    .join(',')
}
