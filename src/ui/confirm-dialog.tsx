import './dialog-styles.ts'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import classes from './dialog.module.css'

interface ConfirmDialogProps {
  title: string
  text: string
  confirmLabel: string
  cancelLabel?: string
  onConfirm: () => Promise<void>
  onCancel: () => void
}

/** Asks before something that cannot be undone. */
const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, text, confirmLabel, cancelLabel = 'Cancel', onConfirm, onCancel } = props
  const [isPending, setIsPending] = useState(false)
  const confirm = async (): Promise<void> => {
    setIsPending(true)
    await onConfirm()
  }
  return (
    <Modal opened onClose={onCancel} title={title} centered>
      <p>{text}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {cancelLabel}
        </Button>
        <Button color="red" loading={isPending} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}

export default ConfirmDialog
