import { useState } from 'react'
import { DocumentsSection } from './documents-section.tsx'
import classes from './files.module.css'
import { QuestionnairesSection } from './questionnaires-section.tsx'

/** What a vendor sent, outside any one review; it is asked for when it is opened. */
export const VendorFiles = ({ vendorId }: { vendorId: number }) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className={classes.disclosure}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>Questionnaires and documents</summary>
      {isOpen && (
        <>
          <QuestionnairesSection vendorId={vendorId} reviewId={null} />
          <DocumentsSection vendorId={vendorId} reviewId={null} />
        </>
      )}
    </details>
  )
}
