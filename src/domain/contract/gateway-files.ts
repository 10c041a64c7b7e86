/** A document, by its vendor. */
export interface DocumentIds {
  vendorId: number
  documentId: number
}

const PATTERN = /^\/api\/files\/vendors\/([1-9]\d{0,14})\/documents\/([1-9]\d{0,14})$/

/**
 * The document whose file a path asks for. This operation is the gateway's own: the file lies at a
 * signed address on another host, which lets no page read it (contract, point 13).
 * @param path the request target as it came, without its query
 * @returns undefined for any other path
 */
export const documentOfPath = (path: string): DocumentIds | undefined => {
  const [, vendorId, documentId] = PATTERN.exec(path) ?? []
  return vendorId === undefined
    ? undefined
    : { vendorId: +vendorId, documentId: Number(documentId) }
}
