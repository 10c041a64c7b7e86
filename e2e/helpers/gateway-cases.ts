import { type GatewayCase, HOST } from '../../deploy/gateway/rules/cases.ts'
import { type Answer, ask } from '../../deploy/gateway/testing/ask.ts'
import { ANSWER_MARK } from '../../src/domain/contract/gateway-headers.ts'
import { expect } from './fixtures.ts'
import { TEST_KEY } from './ports.ts'

/** Whether the gateway itself made the answer: JSON with its mark that nobody may keep. */
const isOurs = ({ headers }: Answer): boolean =>
  headers['content-type']?.startsWith('application/json') === true &&
  headers['cache-control'] === 'no-store' &&
  headers[ANSWER_MARK] === 'own'

const outcomeOf = (
  answer: Answer,
  seen: readonly string[],
  { expected, method }: GatewayCase,
): GatewayCase['expected'] => {
  const [upstream] = seen
  if (upstream !== undefined) {
    expect(answer.headers[ANSWER_MARK], upstream).toBe('forwarded')
    return { upstream }
  }
  if (answer.headers['content-type']?.startsWith('text/html') && answer.status === 200)
    return 'page'
  if (expected === 'refused' && answer.status >= 400) return 'refused'
  expect(isOurs(answer), `${method} ${answer.status} ${answer.text}`).toBe(true)
  return { status: answer.status as 200 | 403 | 404 }
}

/**
 * Asserts that a gateway on this machine treats each case as it must, and never reveals its key.
 * @param takeSeen returns the requests that the service behind it has received since the last call
 */
export const expectCases = async (
  port: number,
  cases: readonly GatewayCase[],
  takeSeen: () => string[],
): Promise<void> => {
  const outcomes: Record<string, GatewayCase['expected']> = {}
  for (const given of cases) {
    const { name, url, method = 'GET', headers = {} } = given
    const here = Object.entries(headers).map(
      ([header, value]) => [header, value.replace(HOST, `127.0.0.1:${port}`)] as const,
    )
    const answer = await ask(port, url, { method, headers: Object.fromEntries<string>(here) })
    expect(JSON.stringify(answer), name).not.toContain(TEST_KEY)
    outcomes[name] = outcomeOf(answer, takeSeen(), given)
  }
  expect(outcomes).toEqual(Object.fromEntries(cases.map(({ name, expected }) => [name, expected])))
}
