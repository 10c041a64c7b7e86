import type { ReactNode } from 'react'
import { useDropzone } from 'react-dropzone'
import { acceptedExtensions, acceptedSentence, type FileKind } from '../../domain/file-check.ts'
import classes from './files.module.css'

interface DropZoneProps {
  /** The name of the file input. */
  label: string
  kind: FileKind
  onFiles: (files: File[]) => void
  /** Whether what came is still being looked at. */
  isChecking: boolean
  /** Stands at the end of the zone. */
  children?: ReactNode
}

/**
 * A place to drop, paste or choose files. The file input itself covers the zone, so that it is
 * clicked, focused and opened by the keyboard as the platform does it.
 */
export const DropZone = ({ label, kind, onFiles, isChecking, children }: DropZoneProps) => {
  const { getRootProps, getInputProps, inputRef, isDragActive, isDragGlobal, isProcessing } =
    useDropzone({
      onDrop: (files) => {
        onFiles(files)
        // A file that was refused may be chosen again when it is mended: the input tells only changes.
        if (inputRef.current) inputRef.current.value = ''
      },
      // The input does both by itself.
      noClick: true,
      noKeyboard: true,
      noDragEventsBubbling: true,
    })
  return (
    <div className={classes.zoneRow}>
      <div
        {...getRootProps({ role: 'presentation', tabIndex: -1 })}
        className={classes.zone}
        data-over={isDragActive}
        data-drag={isDragGlobal}
      >
        <input
          {...getInputProps({
            'aria-label': label,
            'aria-busy': isProcessing || isChecking,
            title: '',
            tabIndex: 0,
            style: {},
          })}
          accept={acceptedExtensions(kind)}
          className={classes.input}
        />
        <span aria-hidden="true">
          <strong>{label}</strong>: drop, paste or <u>choose files</u>
        </span>
        <small className={classes.accepted}>
          <span role="status">{isChecking && 'Checking the files…'}</span>
          {!isChecking && acceptedSentence(kind)}
        </small>
      </div>
      {children}
    </div>
  )
}
