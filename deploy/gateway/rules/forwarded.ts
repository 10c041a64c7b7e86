import { OPERATIONS, type Operation } from '../../../src/domain/contract/operations.ts'

/** All that a gateway may forward: what the app asks for. The key would allow more. */
export const FORWARDED: readonly Operation[] = Object.values(OPERATIONS)

/**
 * The regular expression, for JavaScript and for nginx, that matches the paths of an operation. Ids
 * are numbers without a sign or a leading zero. So a forwarded path has no dot, percent sign or
 * backslash, with which it could lead elsewhere.
 */
export const pathPattern = ({ path }: Pick<Operation, 'path'>): string =>
  path.replaceAll(/\{\w+\}/g, '[1-9][0-9]{0,14}')
