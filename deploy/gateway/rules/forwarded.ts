import {
  OPERATIONS,
  type Operation,
  type OperationId,
} from '../../../src/domain/contract/operations.ts'

/** All that the gateway may forward: what the app asks for. The key would allow more. */
export const FORWARDED: readonly Operation[] = Object.values(OPERATIONS)

/**
 * The regular expression that matches the paths of an operation. Ids are numbers without a sign or a
 * leading zero. So a forwarded path has no dot, percent sign or backslash, with which it could lead
 * elsewhere.
 */
export const pathPattern = ({ path }: Pick<Operation, 'path'>): string =>
  path.replaceAll(/\{\w+\}/g, '[1-9][0-9]{0,14}')

/** A request that the contract names. */
export interface KnownRequest {
  operation: OperationId
  method: Operation['method']
  vendorId: number | null
  reviewId: number | null
}

const KNOWN = Object.entries(OPERATIONS).map(([id, operation]) => ({
  operation: id as OperationId,
  method: operation.method,
  names: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
  pattern: new RegExp(`^/api${pathPattern(operation).replaceAll('[1-9][0-9]{0,14}', '($&)')}$`),
}))

/**
 * Finds the operation that a request asks for.
 * @param path the request target as it came, without its query
 * @returns undefined for what the contract does not name
 */
export const knownRequest = (method: string, path: string): KnownRequest | undefined => {
  for (const known of KNOWN) {
    const found = known.method === method ? known.pattern.exec(path) : null
    if (!found) continue
    const idNamed = (name: string): number | null => {
      const index = known.names.indexOf(name)
      return index < 0 ? null : Number(found[index + 1])
    }
    return {
      operation: known.operation,
      method: known.method,
      vendorId: idNamed('vendorId'),
      reviewId: idNamed('securityReviewId'),
    }
  }
  return undefined
}
