import { DOCUMENT_FILE } from '../../domain/contract/gateway-files.ts'
import { SIGN_OUT } from '../../domain/contract/gateway-headers.ts'
import {
  OPERATIONS as CONTRACT,
  type IdsIn,
  type Operation,
} from '../../domain/contract/operations.ts'

/** Every operation that the app uses: those of the contract, and the gateway's own. */
export const OPERATIONS = {
  ...CONTRACT,
  getConfig: { method: 'GET', path: '/config', does: 'read the gateway’s configuration' },
  getDocumentFile: {
    method: 'GET',
    path: DOCUMENT_FILE,
    does: 'read the file of the document',
  },
  /** Not below /api, so only api/sign-out.ts can ask for it. */
  signOut: { method: 'POST', path: SIGN_OUT, does: 'sign you out' },
} as const satisfies Record<string, Operation>

type Operations = typeof OPERATIONS
export type OperationId = keyof Operations

export type IdsOf<Id extends OperationId> = IdsIn<Operations[Id]['path']>

/** An operation with its path. */
export interface OperationAt {
  operation: OperationId
  method: Operation['method']
  /** Below `/api`, e.g. `/v2/vendors/7`. */
  path: string
}

/**
 * The path of an operation.
 * @param ids the numbers in its path
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
