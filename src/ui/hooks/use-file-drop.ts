import { type DragEvent, type InputHTMLAttributes, useEffect, useRef } from 'react'
import { type DropzoneRootProps, useDropzone } from 'react-dropzone'
import {
  carriesFiles,
  carriesFolder,
  EMPTY_FOLDER,
  isLeftToBrowser,
  NO_FILE,
  refuseStrayDrags,
} from '../../lib/file-drags.ts'

interface FileDropOptions {
  /** Called with the files that were dropped, pasted or chosen: at least one. */
  onFiles: (files: File[]) => void
  /** Called with a sentence for the user when something was dropped that is no file. */
  onNoFile: (sentence: string) => void
  /** Whether the whole page takes files. It does not listen to pastes. */
  isPage?: boolean
  /** Whether the file dialog offers a single file. More may be dropped all the same. */
  isSingle?: boolean
  isDisabled?: boolean
}

/**
 * Makes an element take files that are dropped or pasted. All else that is dragged is left alone
 * where the browser has a use for it (text over a text field), and answered where it has none.
 */
export const useFileDrop = (options: FileDropOptions) => {
  const { onFiles, onNoFile, isPage = false, isSingle = false, isDisabled = false } = options
  const isFolder = useRef(false)
  const isOwnDrag = useIsOwnDrag()
  useEffect(refuseStrayDrags, [])
  const zone = useDropzone({
    onDrop: (files, tooMany, event) => {
      const all = [...files, ...tooMany.map(({ file }) => file)]
      if (all.length > 0) onFiles(all)
      // A file dialog that is canceled has no files either.
      else if (event?.type === 'drop') onNoFile(isFolder.current ? EMPTY_FOLDER : NO_FILE)
      // An input reports only changes. Reset it, so that a rejected file can be chosen again once
      // it is fixed.
      if (zone.inputRef.current) zone.inputRef.current.value = ''
    },
    multiple: !isSingle,
    disabled: isDisabled,
    // The file input handles clicks and keys.
    noClick: true,
    noKeyboard: true,
    noPaste: isPage,
    noDragEventsBubbling: !isPage,
    // It would refuse text over text fields, too.
    preventDropOnDocument: false,
  })

  /** Passes on the drags of files, and answers for the others. */
  const only =
    (ofFiles: ((event: DragEvent<HTMLElement>) => void) | undefined) =>
    (event: DragEvent<HTMLElement>): void => {
      const { dataTransfer, nativeEvent, type } = event
      const isDrop = type === 'drop'
      if (carriesFiles(dataTransfer)) {
        if (isDrop) isFolder.current = carriesFolder(dataTransfer)
        ofFiles?.(event)
        return
      }
      // A link of the page that was dragged by accident is no mistake worth a word.
      if (isDisabled || isLeftToBrowser(nativeEvent) || (isPage && isOwnDrag.current)) return
      event.preventDefault()
      if (!isPage) event.stopPropagation()
      if (isDrop) onNoFile(NO_FILE)
    }
  const root = zone.getRootProps<DropzoneRootProps>({
    role: 'presentation',
    tabIndex: isPage ? undefined : -1,
  })
  return {
    rootProps: {
      ...root,
      onDragEnter: only(root.onDragEnter),
      onDragOver: only(root.onDragOver),
      onDragLeave: only(root.onDragLeave),
      onDrop: only(root.onDrop),
      // Only dropping is disabled, not the content of the element.
      'aria-disabled': undefined,
    },
    /** The properties of the file input that covers the zone. */
    inputProps: (props: InputHTMLAttributes<HTMLInputElement>) =>
      zone.getInputProps({ 'aria-label': undefined, tabIndex: 0, style: {}, ...props }),
    /** Whether files are over this element, or over the window. */
    isOver: zone.isDragActive,
    isDragging: zone.isDragGlobal,
    /** Whether files are being read, as those of a folder. */
    isReading: zone.isProcessing,
  }
}

/** Whether something of this page is being dragged. */
const useIsOwnDrag = () => {
  const isOwn = useRef(false)
  useEffect(() => {
    const hear = ({ type }: Event): void => {
      isOwn.current = type === 'dragstart'
    }
    document.addEventListener('dragstart', hear)
    document.addEventListener('dragend', hear)
    return () => {
      document.removeEventListener('dragstart', hear)
      document.removeEventListener('dragend', hear)
    }
  }, [])
  return isOwn
}
