import { Button } from '@mantine/core'
import { Dialog } from './dialog.tsx'
import { ErrorState } from './error-state.tsx'
import { useOneAtATime } from './hooks/use-one-at-a-time.ts'
import { DialogButtons } from './layout/dialog-buttons.tsx'

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
  const { isBusy, error, run } = useOneAtATime()
  return (
    <Dialog onClose={onCancel} title={title} centered>
      <p>{text}</p>
      {error !== null && (
        <ErrorState sentence="That did not work. Try again; if it fails again, reload the page." />
      )}
      <DialogButtons>
        <Button variant="default" onClick={onCancel}>
          {cancelLabel}
        </Button>
        <Button color="red" loading={isBusy} onClick={() => void run(onConfirm)}>
          {confirmLabel}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

export default ConfirmDialog
