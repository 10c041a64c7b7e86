import {
  OPERATIONS as CONTRACT,
  type Operation as Known,
} from '../src/domain/contract/operations.ts'

/** A request that is forwarded: a method and a path below `/api`, its numbers in braces. */
export type Operation = Pick<Known, 'method' | 'path'>

/** Everything that a gateway may forward: what the app asks for, and nothing else that the key could do. */
export const OPERATIONS: readonly Operation[] = Object.values(CONTRACT)

/**
 * The text of a regular expression, for JavaScript and for nginx, that fits the paths of an
 * operation. Ids are numbers without a sign or a leading zero, so that no dot, no percent sign and
 * no backslash is in a path that is forwarded: there is nothing to traverse with.
 */
export const pathPattern = ({ path }: Pick<Operation, 'path'>): string =>
  path.replaceAll(/\{\w+\}/g, '[1-9][0-9]{0,14}')
