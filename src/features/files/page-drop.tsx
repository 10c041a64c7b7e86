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

/** A place that takes files of its own answers for what is dropped or pasted there. */
const isTakenAlready = ({ defaultPrevented }: Event): boolean => defaultPrevented

/** Files that are dropped or pasted anywhere on a review's page, which asks what they are. */
export const PageDrop = ({ vendorId, reviewId, children }: PageDropProps) => {
  const [files, setFiles] = useState<File[]>([])
  const isReadOnly = useIsReadOnly()
  const { getRootProps, isDragGlobal } = useDropzone({
    onDrop: (dropped) => setFiles(dropped),
    disabled: isReadOnly,
    noClick: true,
    noKeyboard: true,
    // A paste is heard wherever it happens, not only inside.
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
    // Where no files are taken, only dropping is off: not everything that stands on the page.
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
