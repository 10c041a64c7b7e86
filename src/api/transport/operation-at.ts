import {
  OPERATIONS as CONTRACT,
  type IdsIn,
  type Operation,
} from '../../domain/contract/operations.ts'

/** Everything that the app asks: the operations of the contract, and what the gateway itself answers. */
export const OPERATIONS = {
  ...CONTRACT,
  getConfig: { method: 'GET', path: '/config', does: 'read the gateway’s configuration' },
} as const satisfies Record<string, Operation>

type Operations = typeof OPERATIONS
export type OperationId = keyof Operations

export type IdsOf<Id extends OperationId> = IdsIn<Operations[Id]['path']>

/** An operation, and where it is asked for. */
export interface OperationAt {
  operation: OperationId
  method: Operation['method']
  /** Below `/api`, e.g. `/v2/vendors/7`. */
  path: string
}

/**
 * Where an operation is asked for.
 * @param ids the numbers that stand in its path
 */
export const operationAt = <Id extends OperationId>(
  operation: Id,
  ...[ids]: unknown extends IdsOf<Id> ? [] : [ids: IdsOf<Id>]
): OperationAt => {
  const { method, path } = OPERATIONS[operation]
  const numbers = ids as Readonly<Record<string, number>> | undefined
  return {
    operation,
    method,
    path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(numbers?.[name])),
  }
}
