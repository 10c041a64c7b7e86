/** A document, by its vendor. */
export interface DocumentIds {
  vendorId: number
  documentId: number
}

/**
 * Where the gateway answers with the file of a document, below `/api`. This operation is the gateway's
 * own: the file lies at a signed address on another host, which lets no page read it (contract, point 13).
 */
export const DOCUMENT_FILE = '/files/vendors/{vendorId}/documents/{documentId}'

/** The type under which the gateway sends a file, whatever it holds: no browser shows it as a page. */
export const FILE_TYPE = 'application/octet-stream'

/** The largest file that the gateway and the page read, in bytes. */
export const MOST_FILE_BYTES = 200 * 1024 * 1024

const PATTERN = /^\/api\/files\/vendors\/([1-9]\d{0,14})\/documents\/([1-9]\d{0,14})$/

/**
 * The document whose file a path asks for; the inverse of {@link documentFilePath}.
 * @param path the request target as it came, without its query
 * @returns undefined for any other path
 */
export const documentOfPath = (path: string): DocumentIds | undefined => {
  const [, vendorId, documentId] = PATTERN.exec(path) ?? []
  return vendorId === undefined
    ? undefined
    : { vendorId: +vendorId, documentId: Number(documentId) }
}

/** The path that asks for the file of a document; the inverse of {@link documentOfPath}. */
export const documentFilePath = ({ vendorId, documentId }: DocumentIds): string =>
  `/api/files/vendors/${vendorId}/documents/${documentId}`
