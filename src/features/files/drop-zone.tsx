import { Box, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { acceptedExtensions, acceptedSentence, type FileKind } from '../../domain/file-check.ts'
import { DropArea } from '../../ui/fields/drop-area.tsx'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { useFileDrop } from '../../ui/hooks/use-file-drop.ts'

interface DropZoneProps {
  /** The accessible name of the file input. */
  label: string
  kind: FileKind
  onFiles: (files: File[]) => void
  /** Whether files are still being checked. */
  isChecking: boolean
  /** Rendered at the end of the zone. */
  children?: ReactNode
}

/** Where files of a kind are dropped, pasted or chosen, which says what it takes. */
export const DropZone = ({ label, kind, onFiles, isChecking, children }: DropZoneProps) => {
  const [noFile, setNoFile] = useState<string>()
  const { rootProps, inputProps, isOver, isDragging, isReading } = useFileDrop({
    onFiles: (files) => {
      setNoFile(undefined)
      onFiles(files)
    },
    onNoFile: setNoFile,
  })
  return (
    <Group gap="8px 24px" mb={12} className="screen-only">
      <Box flex="1 1 320px">
        <DropArea
          rootProps={rootProps}
          inputProps={inputProps({
            'aria-label': label,
            'aria-busy': isReading || isChecking,
            title: '',
          })}
          accept={acceptedExtensions(kind)}
          isOver={isOver}
          isDragging={isDragging}
        >
          <span aria-hidden="true">
            {/* Voice control needs the words of the label where something can be clicked. */}
            <strong>
              <u>{label}</u>
            </strong>
            : click, drop or paste
          </span>
          <FieldNote kind="hint">
            <span role="status">{isChecking && 'Checking the files…'}</span>
            {!isChecking && acceptedSentence(kind)}
          </FieldNote>
          {noFile !== undefined && (
            <FieldNote kind="error" role="alert">
              {noFile}
            </FieldNote>
          )}
        </DropArea>
      </Box>
      {children}
    </Group>
  )
}
