import { DOCUMENT_TYPES, type DocumentType } from '../../domain/contract/enums.ts'
import { DOCUMENT_TYPE_LABELS } from '../../domain/contract/labels.ts'
import { acceptedExtensions, acceptedSentence } from '../../domain/file-check.ts'
import { formatBytes } from '../../lib/bytes.ts'
import { LabelledField } from '../../ui/fields/labelled-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { useFileDrop } from '../../ui/hooks/use-file-drop.ts'
import classes from './new-review-page.module.css'
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

/**
 * The report, if it is available already: chosen, dropped or pasted. The file input covers the
 * whole area, so clicks, focus and the keyboard work as the platform does it.
 */
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
          <div {...rootProps} className={classes.zone} data-over={isOver}>
            <input
              {...inputProps(ids)}
              accept={acceptedExtensions('report')}
              className={classes.file}
            />
            <span aria-hidden="true">
              Click, drop or paste {chosen ? 'another file' : 'the file'}. The review and its report
              are then created in one step.
            </span>
          </div>
        )}
      </LabelledField>
      {chosen && (
        <>
          <ul aria-label="Chosen report" className={classes.chosen}>
            <li>
              <bdi>{chosen.file.name}</bdi>
              <span>{formatBytes(chosen.file.size)}</span>
              <button type="button" aria-label={`Remove ${chosen.file.name}`} onClick={remove}>
                Remove
              </button>
            </li>
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
