import '@mantine/core/styles/Anchor.css'
import { Anchor, Box, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rowsOf } from '../../api/cursor-list.ts'
import { documents } from '../../api/documents.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import type { VendorDocument } from '../../domain/contract/document.ts'
import { DOCUMENT_TYPE_LABELS, labelOf } from '../../domain/contract/labels.ts'
import { extensionOf } from '../../domain/file-types.ts'
import { formatInstantDay } from '../../lib/dates.ts'
import { visibleText } from '../../lib/text.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { DropArea } from '../../ui/fields/drop-area.tsx'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { useFileDrop } from '../../ui/hooks/use-file-drop.ts'
import { RowsSkeleton } from '../../ui/lists/rows-skeleton.tsx'
import classes from './report.module.css'

interface ReportChooserProps {
  vendorId: number
  onDocument: (document: VendorDocument) => void
  onFiles: (files: readonly File[]) => void
}

/** The vendor's documents that can be read here, newest first. */
const Documents = ({ vendorId, onDocument }: Omit<ReportChooserProps, 'onFiles'>) => {
  const query = useInfiniteQuery(documents.list(vendorId))
  if (query.isPending) return <RowsSkeleton what="documents" rowHeight={37} />
  if (!query.data) {
    const { sentence, requestId } = explainError(query.error)
    return <ErrorState sentence={sentence} requestId={requestId} onRetry={() => query.refetch()} />
  }
  const found = rowsOf(query.data).filter(({ name }) => extensionOf(name) === '.pdf')
  if (found.length === 0) return <p className="quiet">This vendor has no PDF documents yet.</p>
  return (
    <ul aria-label="Documents to read" className={classes.choices}>
      {found.map((document) => (
        <li key={document.id}>
          <Anchor
            component="button"
            type="button"
            fw={600}
            inherit
            truncate
            ta="start"
            title={document.name}
            onClick={() => onDocument(document)}
          >
            <bdi>{visibleText(document.name) ?? `Document #${document.id}`}</bdi>
          </Anchor>
          <span className="quiet">
            {labelOf(DOCUMENT_TYPE_LABELS, document.type)}, {formatInstantDay(document.createdAt)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Where a file from disk is chosen or dropped. */
export const FileFromDisk = ({ onFiles }: Pick<ReportChooserProps, 'onFiles'>) => {
  const [noFile, setNoFile] = useState<string>()
  const { rootProps, inputProps, isOver, isDragging } = useFileDrop({
    onFiles: (files) => {
      setNoFile(undefined)
      onFiles(files)
    },
    onNoFile: setNoFile,
  })
  const label = 'Open a report from this computer'
  return (
    <DropArea
      rootProps={rootProps}
      inputProps={inputProps({ 'aria-label': label, title: '' })}
      accept=".pdf"
      isOver={isOver}
      isDragging={isDragging}
    >
      <span aria-hidden="true">
        <strong>
          <u>{label}</u>
        </strong>
        : click or drop
      </span>
      <FieldNote kind="hint">PDF. It is only read here, and not uploaded.</FieldNote>
      {noFile !== undefined && (
        <FieldNote kind="error" role="alert">
          {noFile}
        </FieldNote>
      )}
    </DropArea>
  )
}

/** Offers what can be read beside the form. */
export const ReportChooser = ({ vendorId, onDocument, onFiles }: ReportChooserProps) => (
  <Box p={16} className={classes.scrolls}>
    <Stack gap={16} maw={640}>
      <p>
        Read a report here while you fill the form. Countersign looks in it for what the form asks,
        and shows where it stands. The file stays in this browser.
      </p>
      <FileFromDisk onFiles={onFiles} />
      <section>
        <h3>Documents of this vendor</h3>
        <Documents vendorId={vendorId} onDocument={onDocument} />
      </section>
    </Stack>
  </Box>
)
