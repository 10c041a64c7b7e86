import { Box, Button, Group, Stack } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import type { DocumentType } from '../../domain/contract/enums.ts'
import { withoutSystemFiles } from '../../domain/system-files.ts'
import { formatBytes } from '../../lib/bytes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectBox } from '../../ui/fields/select-box.tsx'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'
import { DOCUMENT_TYPE_OPTIONS } from './document-type-select.tsx'
import classes from './files.module.css'
import { RefusedFiles } from './refused-files.tsx'
import { useFileCheck } from './use-file-check.tsx'

/** What to do with a file. */
type Choice = 'questionnaire' | DocumentType | 'leave-out'

interface SortDialogProps {
  vendorId: number
  /** null where no review is open: questionnaires can be uploaded there, documents cannot. */
  reviewId: number | null
  /** The files to sort. More may follow while the dialog is open. */
  files: readonly File[]
  /** Called with files that are on their way. */
  onTaken: (files: readonly File[]) => void
  onClose: () => void
}

/** Guesses the kind of a file: questionnaires usually come as tables, reports as PDF. */
const guess = ({ name }: File, takesDocuments: boolean): Choice =>
  !takesDocuments || /\.(xlsx|ods|csv|docx|odt)$/i.test(name)
    ? 'questionnaire'
    : 'COMPLIANCE_REPORT'

/** Asks what each file is, and uploads it accordingly. */
const SortDialog = ({ vendorId, reviewId, files: given, onTaken, onClose }: SortDialogProps) => {
  const { files, remark } = withoutSystemFiles(given)
  const fileCheck = useFileCheck()
  const [choices, setChoices] = useState<ReadonlyMap<File, Choice>>(new Map())
  const [sent, setSent] = useState<readonly File[]>([])
  const takesDocuments = reviewId !== null
  const options = [
    { value: 'questionnaire', label: 'Questionnaire' },
    ...(takesDocuments ? DOCUMENT_TYPE_OPTIONS : []),
    { value: 'leave-out', label: 'Leave it out' },
  ]
  const choiceOf = (file: File): Choice => choices.get(file) ?? guess(file, takesDocuments)
  const unsent = files.filter((file) => !sent.includes(file))
  // With nothing to ask about, only the remark is shown.
  const isSent = unsent.length === 0

  const upload = async (): Promise<void> => {
    setSent(files)
    const chosen = Map.groupBy(unsent, choiceOf)
    let areAllTaken = true
    for (const [choice, ofChoice] of chosen) {
      if (choice === 'leave-out') continue
      const areTaken = await fileCheck.add(
        choice === 'questionnaire'
          ? { kind: 'questionnaires', vendorId, reviewId }
          : { kind: 'document', vendorId, reviewId, documentType: choice },
        ofChoice,
      )
      areAllTaken &&= areTaken
    }
    if (areAllTaken) onTaken(given)
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (!isSent) void upload()
  }

  return (
    <Dialog
      onClose={onClose}
      title={files.length === 0 ? 'Nothing to upload' : 'What are these files?'}
      size="lg"
      centered
      // The files would have to be dropped again.
      holdsInput={!isSent}
      isBusy={fileCheck.isChecking}
    >
      <Stack component="form" gap={16} onSubmit={submit}>
        {!isSent && (
          <ul aria-label="Files" className={classes.list}>
            {unsent.map((file, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
              <li key={index}>
                <Group component="label" gap="4px 16px" justify="space-between">
                  <Box component="span" flex="1 1 200px" title={file.name}>
                    <strong>
                      <bdi>{file.name}</bdi>
                    </strong>{' '}
                    <small>{formatBytes(file.size)}</small>
                  </Box>
                  <SelectBox
                    options={options}
                    value={choiceOf(file)}
                    onChange={({ target }) =>
                      setChoices(new Map(choices).set(file, target.value as Choice))
                    }
                  />
                </Group>
              </li>
            ))}
          </ul>
        )}
        {!takesDocuments && !isSent && (
          <p>
            Leave reports and other documents out here: upload them in the review they belong to.
          </p>
        )}
        {fileCheck.isChecking && <p role="status">Checking the files…</p>}
        <RefusedFiles
          refused={fileCheck.refused}
          remarks={[...(remark === null ? [] : [remark]), ...fileCheck.remarks]}
          onInsist={fileCheck.insist}
          onDismiss={isSent ? onClose : fileCheck.dismiss}
        />
        <DialogButtons>
          {isSent ? (
            <Button type="button" onClick={onClose}>
              Close
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit">Upload</Button>
            </>
          )}
        </DialogButtons>
      </Stack>
    </Dialog>
  )
}

export default SortDialog
