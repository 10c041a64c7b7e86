/**
 * The gateway's own operation that reads the file of a document. The file lies at a signed address on
 * another host, which lets no page read it (contract, point 13).
 */
export interface DocumentIds {
  vendorId: number
  documentId: number
}

/** Where the page reads the file of a document. */
export const documentFilePath = ({ vendorId, documentId }: DocumentIds): string =>
  `/api/files/vendors/${vendorId}/documents/${documentId}`

const PATTERN = /^\/api\/files\/vendors\/([1-9]\d{0,14})\/documents\/([1-9]\d{0,14})$/

/**
 * The document whose file a path asks for.
 * @param path the request target as it came, without its query
 * @returns undefined for any other path
 */
export const documentOfPath = (path: string): DocumentIds | undefined => {
  const [, vendorId, documentId] = PATTERN.exec(path) ?? []
  return vendorId === undefined
    ? undefined
    : { vendorId: +vendorId, documentId: Number(documentId) }
}
