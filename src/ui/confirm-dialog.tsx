import './dialog-styles.ts'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import classes from './dialog.module.css'

interface ConfirmDialogProps {
  title: string
  text: string
  confirmLabel: string
  onConfirm: () => Promise<void>
  onCancel: () => void
}

/** Asks before something that cannot be undone. */
const ConfirmDialog = ({ title, text, confirmLabel, onConfirm, onCancel }: ConfirmDialogProps) => {
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
          Cancel
        </Button>
        <Button color="red" loading={isPending} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}

export default ConfirmDialog
