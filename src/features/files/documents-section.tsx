import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../api/config.ts'
import { countOf } from '../../api/cursor-list.ts'
import { documents } from '../../api/documents.ts'
import type { DocumentType } from '../../domain/contract/enums.ts'
import { DocumentRow } from './document-row.tsx'
import { DocumentTypeSelect } from './document-type-select.tsx'
import { DropZone } from './drop-zone.tsx'
import { FileList } from './file-list.tsx'
import { FilesSection } from './files-section.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { SectionHead } from './section-head.tsx'
import { useFileCheck } from './use-file-check.tsx'

interface DocumentsSectionProps {
  vendorId: number
  /** The review that new documents are attached to; null if none can be added. */
  reviewId: number | null
  /** What leads on from a list without documents. */
  emptyAction?: ReactNode
  /** Opens a document beside a form. */
  onRead?: ((documentId: number) => void) | undefined
}

/**
 * The vendor's documents. The service does not say which review a document belongs to (contract,
 * point 13), so all are listed. New ones are attached to the review.
 */
export const DocumentsSection = (props: DocumentsSectionProps) => {
  const { vendorId, reviewId, emptyAction, onRead } = props
  const list = documents.list(vendorId)
  const query = useInfiniteQuery(list)
  const mayEdit = useMay('edit')
  const fileCheck = useFileCheck()
  const [documentType, setDocumentType] = useState<DocumentType>('COMPLIANCE_REPORT')
  return (
    <FilesSection labelledBy="documents" isOfVendor={reviewId === null}>
      <SectionHead id="documents" title="Documents" count={countOf(query.data)}>
        {reviewId !== null && 'All of this vendor’s'}
      </SectionHead>
      {reviewId !== null && mayEdit && (
        <DropZone
          label="Upload report"
          kind="report"
          isChecking={fileCheck.isChecking}
          onFiles={(files) =>
            void fileCheck.add({ kind: 'document', vendorId, reviewId, documentType }, files)
          }
        >
          <DocumentTypeSelect value={documentType} onChange={setDocumentType} />
        </DropZone>
      )}
      <RefusedFiles
        refused={fileCheck.refused}
        remarks={fileCheck.remarks}
        onInsist={fileCheck.insist}
        onDismiss={fileCheck.dismiss}
      />
      <FileList
        label="Documents"
        list={list}
        query={query}
        renderRow={(document) => (
          <DocumentRow vendorId={vendorId} document={document} onRead={onRead} />
        )}
        empty={
          reviewId === null
            ? 'No documents yet. Upload them in the review they belong to.'
            : 'No documents yet. Upload the vendor’s report.'
        }
        emptyAction={emptyAction}
      />
    </FilesSection>
  )
}
