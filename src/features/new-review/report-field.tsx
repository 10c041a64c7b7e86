import { Button, Group, Text } from '@mantine/core'
import { DOCUMENT_TYPES, type DocumentType } from '../../domain/contract/enums.ts'
import { DOCUMENT_TYPE_LABELS } from '../../domain/contract/labels.ts'
import { acceptedExtensions, acceptedSentence } from '../../domain/file-check.ts'
import { formatBytes } from '../../lib/bytes.ts'
import { DropArea } from '../../ui/fields/drop-area.tsx'
import { LabelledField } from '../../ui/fields/labelled-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { useFileDrop } from '../../ui/hooks/use-file-drop.ts'
import type { ReportFile } from './use-report-file.ts'

const DOCUMENT_TYPE_OPTIONS = [
  { value: '', label: 'Let Drata decide' },
  ...DOCUMENT_TYPES.map((value) => ({ value, label: DOCUMENT_TYPE_LABELS[value] })),
]

interface ReportFieldProps {
  report: ReportFile
  isDisabled: boolean
  /** The service's message about the report. */
  error: string | undefined
}

/** The report, if it is available already: chosen, dropped or pasted. */
export const ReportField = ({ report, isDisabled, error }: ReportFieldProps) => {
  const { chosen, refusal, remark, choose, refuse, setDocumentType, remove } = report
  const { rootProps, inputProps, isOver } = useFileDrop({
    onFiles: (files) => void choose(files),
    onNoFile: refuse,
    isSingle: true,
    isDisabled,
  })
  return (
    <>
      <LabelledField
        label="Report file"
        hint={acceptedSentence('report')}
        remark={remark}
        error={refusal ?? error}
      >
        {(ids) => (
          <DropArea
            rootProps={rootProps}
            inputProps={inputProps(ids)}
            accept={acceptedExtensions('report')}
            isOver={isOver}
          >
            <span aria-hidden="true">
              Click, drop or paste {chosen ? 'another file' : 'the file'}. The review and its report
              are then created in one step.
            </span>
          </DropArea>
        )}
      </LabelledField>
      {chosen && (
        <>
          <ul aria-label="Chosen report">
            <Group component="li" gap={16} wrap="nowrap">
              <strong className="cut">
                <bdi>{chosen.file.name}</bdi>
              </strong>
              <Text span inherit c="dimmed" flex="none">
                {formatBytes(chosen.file.size)}
              </Text>
              <Button
                variant="default"
                size="compact-sm"
                flex="none"
                aria-label={`Remove ${chosen.file.name}`}
                onClick={remove}
              >
                Remove
              </Button>
            </Group>
          </ul>
          <SelectField
            label="Document type"
            options={DOCUMENT_TYPE_OPTIONS}
            value={chosen.documentType ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setDocumentType(value === '' ? undefined : (value as DocumentType))
            }
          />
        </>
      )}
    </>
  )
}
