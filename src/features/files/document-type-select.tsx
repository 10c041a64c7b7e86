import { Group } from '@mantine/core'
import { DOCUMENT_TYPES, type DocumentType } from '../../domain/contract/enums.ts'
import { DOCUMENT_TYPE_LABELS } from '../../domain/contract/labels.ts'
import { SelectBox } from '../../ui/fields/select-box.tsx'

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
  <Group component="label" gap={8} fz={13}>
    Document type
    <SelectBox
      options={DOCUMENT_TYPE_OPTIONS}
      value={value}
      onChange={({ target }) => onChange(target.value as DocumentType)}
    />
  </Group>
)
