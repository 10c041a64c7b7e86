import { DocumentsSection } from './documents-section.tsx'
import { QuestionnairesSection } from './questionnaires-section.tsx'

interface ReviewFilesProps {
  vendorId: number
  reviewId: number
}

export const ReviewFiles = ({ vendorId, reviewId }: ReviewFilesProps) => (
  <>
    <QuestionnairesSection vendorId={vendorId} reviewId={reviewId} />
    <DocumentsSection vendorId={vendorId} reviewId={reviewId} />
  </>
)
