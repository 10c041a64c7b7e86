import { useState } from 'react'
import { DocumentsSection } from './documents-section.tsx'
import classes from './files.module.css'
import { QuestionnairesSection } from './questionnaires-section.tsx'

/** All files of a vendor, across reviews. They load when the section is opened. */
export const VendorFiles = ({ vendorId }: { vendorId: number }) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className={`${classes.disclosure} ${isOpen ? '' : 'screen-only'}`}
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
