import * as z from 'zod/mini'
import { malformed } from './errors.ts'

/** The message of zod/mini where a schema has none. */
const NO_SENTENCE = 'Invalid input'

const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'the request'

const sentenceOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .map((key) => `property ${nameOf([...issue.path, key])} should not exist`)
      .join('; ')
  if (issue.message !== NO_SENTENCE) return issue.message
  const name = nameOf(issue.path)
  switch (issue.code) {
    case 'invalid_value':
      return `${name} must be one of the following values: ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      return `${name} must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`
    case 'too_small':
      return `${name} must not be less than ${issue.minimum}`
    case 'too_big':
      return `${name} must not be greater than ${issue.maximum}`
    default:
      return `${name} is not valid`
  }
}

/**
 * Reads a part of a request.
 * @throws ServiceError 400 with a message for each fault, in the words of NestJS, which the service
 *   is built with
 */
export const accept = <T>(schema: z.ZodMiniType<T>, value: unknown): T => {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  throw malformed(result.error.issues.map(sentenceOf).join('; '))
}
