import { useQuery } from '@tanstack/react-query'
import { configQuery } from './config.ts'
import { isRefusal } from './transport/api-error.ts'
import { type Explanation, explainError } from './transport/explain-error.ts'

/** Whatever is asked for, the gateway's administrator has to do this first. */
const NO_KEY: Omit<Explanation, 'requestId'> = {
  title: 'No API key',
  sentence:
    'The gateway was started without an API key: set DRATA_API_KEY in its environment and start it again.',
  canRetry: true,
}

/**
 * Explains what a page could not read, a gateway without a key included.
 * @param error any thrown value
 */
export const useExplanation = (error: unknown): Explanation => {
  const { data: config } = useQuery({ ...configQuery, enabled: isRefusal(error, 401) })
  const explanation = explainError(error)
  return isRefusal(error, 401) && config?.keyPresent === false
    ? { ...explanation, ...NO_KEY }
    : explanation
}
