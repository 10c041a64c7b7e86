import { DocumentsSection } from './documents-section.tsx'
import { QuestionnairesSection } from './questionnaires-section.tsx'

interface ReviewFilesProps {
  vendorId: number
  reviewId: number
  /** Opens a document beside the form; undefined where there is no form. */
  onRead?: ((documentId: number) => void) | undefined
}

export const ReviewFiles = ({ vendorId, reviewId, onRead }: ReviewFilesProps) => (
  <>
    <QuestionnairesSection vendorId={vendorId} reviewId={reviewId} />
    <DocumentsSection vendorId={vendorId} reviewId={reviewId} onRead={onRead} />
  </>
)
