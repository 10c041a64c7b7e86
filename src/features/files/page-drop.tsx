import '@mantine/core/styles/Affix.css'
import '@mantine/core/styles/Paper.css'
import { Affix, Button, Paper } from '@mantine/core'
import { type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useMay } from '../../api/config.ts'
import { pastedFiles } from '../../lib/pasted-files.ts'
import { useFileDrop } from '../../ui/hooks/use-file-drop.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './files.module.css'

const SortDialog = lazyPart(() => import('./sort-dialog.tsx'))

interface PageDropProps {
  vendorId: number
  /** The review that the files belong to; null on the page of a vendor. */
  reviewId: number | null
  children: ReactNode
}

/** Whether a drop zone has already handled the event. */
const isTakenAlready = ({ defaultPrevented }: Event): boolean => defaultPrevented

/** Accepts files dropped or pasted anywhere on a page, and asks what they are. */
export const PageDrop = ({ vendorId, reviewId, children }: PageDropProps) => {
  const [files, setFiles] = useState<readonly File[]>([])
  const [noFile, setNoFile] = useState<string>()
  const mayEdit = useMay('edit')
  const add = (more: readonly File[]): void => {
    setNoFile(undefined)
    // More may be dropped while the dialog is open.
    setFiles((known) => [...known, ...more])
  }
  const { rootProps, isDragging } = useFileDrop({
    isPage: true,
    isDisabled: !mayEdit,
    onFiles: add,
    onNoFile: setNoFile,
  })

  const paste = useEffectEvent((event: ClipboardEvent): void => {
    const pasted = pastedFiles(event)
    if (pasted.length === 0 || isTakenAlready(event)) return
    event.preventDefault()
    add(pasted)
  })
  useEffect(() => {
    if (!mayEdit) return undefined
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [mayEdit])

  return (
    <div {...rootProps}>
      {children}
      {isDragging && mayEdit && (
        <div className={classes.veil} aria-hidden="true">
          <Paper withBorder p="12px 20px" w="fit-content" mx="auto" fw={600}>
            Drop the files anywhere. You will be asked what they are.
          </Paper>
        </div>
      )}
      {noFile !== undefined && (
        // In sight wherever the page is scrolled, and over an open dialog.
        <Affix
          withinPortal={false}
          zIndex={300}
          position={{ top: 60, left: 16, right: 16 }}
          w="fit-content"
          mx="auto"
          className="screen-only"
        >
          <Notice tone="warning" role="alert">
            <span>{noFile}</span>
            <Button size="compact-sm" variant="default" onClick={() => setNoFile(undefined)}>
              Dismiss
            </Button>
          </Notice>
        </Affix>
      )}
      <Suspense>
        {files.length > 0 && (
          <SortDialog
            vendorId={vendorId}
            reviewId={reviewId}
            files={files}
            onTaken={(taken) => setFiles((known) => known.filter((file) => !taken.includes(file)))}
            onClose={() => setFiles([])}
          />
        )}
      </Suspense>
    </div>
  )
}
