import { DOCUMENT_TYPES, type DocumentType } from '../../domain/contract/enums.ts'
import { DOCUMENT_TYPE_LABELS } from '../../domain/contract/labels.ts'
import { SelectBox } from '../../ui/fields/select-box.tsx'
import classes from './files.module.css'

export const DOCUMENT_TYPE_OPTIONS = DOCUMENT_TYPES.map((value) => ({
  value,
  label: DOCUMENT_TYPE_LABELS[value],
}))

interface DocumentTypeSelectProps {
  value: DocumentType
  onChange: (type: DocumentType) => void
}

/** Chooses the type of a document. */
export const DocumentTypeSelect = ({ value, onChange }: DocumentTypeSelectProps) => (
  <label className={classes.typeSelect}>
    Document type
    <SelectBox
      options={DOCUMENT_TYPE_OPTIONS}
      value={value}
      onChange={({ target }) => onChange(target.value as DocumentType)}
    />
  </label>
)
