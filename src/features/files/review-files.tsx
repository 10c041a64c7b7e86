import { DocumentsSection } from './documents-section.tsx'
import { QuestionnairesSection } from './questionnaires-section.tsx'

interface ReviewFilesProps {
  vendorId: number
  reviewId: number
}

/** What the vendor sent for a review. */
export const ReviewFiles = ({ vendorId, reviewId }: ReviewFilesProps) => (
  <>
    <QuestionnairesSection vendorId={vendorId} reviewId={reviewId} />
    <DocumentsSection vendorId={vendorId} reviewId={reviewId} />
  </>
)
