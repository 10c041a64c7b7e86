import type * as z from 'zod/mini'
import { pageContract, pageOf } from './cursor-page.ts'
import { DOCUMENT_TYPES } from './enums.ts'
import { type Reader, strict, tolerant } from './reader.ts'

/** A vendor's document. It does not say which review it belongs to. */
export const vendorDocument = (read: Reader) =>
  read.object({
    id: read.id,
    name: read.text,
    createdAt: read.instant,
    updatedAt: read.instant,
    type: read.oneOf(DOCUMENT_TYPES),
    /** Valid for a minute, perhaps ten (contract, point 21), on another host. */
    downloadUrl: read.optional(
      read.object({
        signedUrl: read.text,
        fileBuffer: read.nullable(read.object({})),
        fileName: read.optional(read.nullable(read.text)),
      }),
    ),
  })

export const vendorDocumentContract = /* @__PURE__ */ vendorDocument(strict)
export const vendorDocumentsContract = /* @__PURE__ */ pageContract(strict, vendorDocumentContract)
export const vendorDocumentSchema = vendorDocument(tolerant)
export const vendorDocumentsSchema = pageOf(vendorDocumentSchema)
export type VendorDocument = z.infer<typeof vendorDocumentSchema>
