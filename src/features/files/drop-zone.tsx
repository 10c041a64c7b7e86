import type { ReactNode } from 'react'
import { useDropzone } from 'react-dropzone'
import { acceptedExtensions, acceptedSentence, type FileKind } from '../../domain/file-check.ts'
import classes from './files.module.css'

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

/**
 * An area to drop, paste or choose files. The file input covers the whole area, so clicks, focus
 * and the keyboard work as the platform does it.
 */
export const DropZone = ({ label, kind, onFiles, isChecking, children }: DropZoneProps) => {
  const { getRootProps, getInputProps, inputRef, isDragActive, isDragGlobal, isProcessing } =
    useDropzone({
      onDrop: (files) => {
        onFiles(files)
        // An input reports only changes. Reset it, so that a rejected file can be chosen again once
        // it is fixed.
        if (inputRef.current) inputRef.current.value = ''
      },
      // The input handles clicks and keys.
      noClick: true,
      noKeyboard: true,
      noDragEventsBubbling: true,
    })
  return (
    <div className={`${classes.zoneRow} screen-only`}>
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
          {/* Voice control needs the words of the label where something can be clicked. */}
          <strong>
            <u>{label}</u>
          </strong>
          : click, drop or paste
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
