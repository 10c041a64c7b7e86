import { DOCUMENT_TYPES, type DocumentType } from '../../domain/contract/enums.ts'
import { DOCUMENT_TYPE_LABELS } from '../../domain/contract/labels.ts'
import classes from './files.module.css'

interface DocumentTypeSelectProps {
  value: DocumentType
  onChange: (type: DocumentType) => void
}

/** Chooses the type of a document. */
export const DocumentTypeSelect = ({ value, onChange }: DocumentTypeSelectProps) => (
  <label className={classes.typeSelect}>
    Document type
    <select value={value} onChange={({ target }) => onChange(target.value as DocumentType)}>
      {DOCUMENT_TYPES.map((type) => (
        <option key={type} value={type}>
          {DOCUMENT_TYPE_LABELS[type]}
        </option>
      ))}
    </select>
  </label>
)
