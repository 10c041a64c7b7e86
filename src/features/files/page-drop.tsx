import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { useIsReadOnly } from '../../api/config.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import classes from './files.module.css'

const SortDialog = lazyPart(() => import('./sort-dialog.tsx'))

interface PageDropProps {
  vendorId: number
  reviewId: number
  children: ReactNode
}

/** Whether a drop zone has already handled the event. */
const isTakenAlready = ({ defaultPrevented }: Event): boolean => defaultPrevented

/** Accepts files dropped or pasted anywhere on a review's page, and asks what they are. */
export const PageDrop = ({ vendorId, reviewId, children }: PageDropProps) => {
  const [files, setFiles] = useState<File[]>([])
  const isReadOnly = useIsReadOnly()
  const { getRootProps, isDragGlobal } = useDropzone({
    onDrop: (dropped) => setFiles(dropped),
    disabled: isReadOnly,
    noClick: true,
    noKeyboard: true,
    // The listener below catches pastes anywhere on the page, not only inside this element.
    noPaste: true,
  })

  useEffect(() => {
    if (isReadOnly) return undefined
    const paste = (event: ClipboardEvent): void => {
      const pasted = [...(event.clipboardData?.files ?? [])]
      if (pasted.length === 0 || isTakenAlready(event)) return
      event.preventDefault()
      setFiles(pasted)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [isReadOnly])

  return (
    // When files are not accepted, only dropping is disabled, not the content of the page.
    <div {...getRootProps({ role: 'presentation', tabIndex: undefined })} aria-disabled={undefined}>
      {children}
      {isDragGlobal && !isReadOnly && (
        <div className={classes.overlay} aria-hidden="true">
          <p>Drop the files anywhere. You will be asked what they are.</p>
        </div>
      )}
      <Suspense>
        {files.length > 0 && (
          <SortDialog
            vendorId={vendorId}
            reviewId={reviewId}
            files={files}
            onClose={() => setFiles([])}
          />
        )}
      </Suspense>
    </div>
  )
}
