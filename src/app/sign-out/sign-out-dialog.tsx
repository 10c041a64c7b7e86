import { Button, Stack, useMantineColorScheme } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signOut, wipeKept } from '../../api/sign-out.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import { unsavedDraftsQuery } from '../../editing/unsaved-drafts.ts'
import { isOver } from '../../features/files/uploads/upload.ts'
import { useUploads } from '../../features/files/uploads/uploads.ts'
import { safeHref } from '../../lib/links.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { CheckBox } from '../../ui/fields/check-box.tsx'
import { isLeaving } from '../../ui/hooks/leaving.ts'
import { useOneAtATime } from '../../ui/hooks/use-one-at-a-time.ts'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'
import { QuietText } from '../../ui/layout/quiet-text.tsx'
import { forgetSettings } from './forget-settings.ts'
import { lossSentences } from './losses.ts'

/** Goes to another page for good: coming back with the browser's button reads everything anew. */
const goTo = (address: string): Promise<never> => {
  isLeaving().setState(true)
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload()
  })
  window.location.assign(address)
  // The button stays busy until the page is gone.
  return new Promise(() => undefined)
}

interface SignOutDialogProps {
  user: string
  /** Whether the page holds input that is kept nowhere. */
  hasInput: boolean
  onClose: () => void
}

/** Says what signing out loses, and signs out. */
const SignOutDialog = ({ user, hasInput, onClose }: SignOutDialogProps) => {
  const queryClient = useQueryClient()
  const { clearColorScheme } = useMantineColorScheme()
  const { data: kept } = useQuery(unsavedDraftsQuery(user))
  const { uploads } = useUploads()
  const [isWiping, setIsWiping] = useState(false)
  const { isBusy, error, run } = useOneAtATime()
  const losses = kept && {
    drafts: kept.records.length + kept.foreign.length,
    uploads: uploads.filter((upload) => !isOver(upload)).length,
    hasInput,
  }

  const leave = async (): Promise<void> => {
    const address = await signOut(isWiping)
    if (isWiping) {
      // An answer that is under way would be kept after the others are gone.
      await queryClient.cancelQueries()
      await wipeKept()
      forgetSettings()
      clearColorScheme()
    }
    await goTo(safeHref(address) ?? '/')
  }
  const { sentence, requestId } = explainError(error)
  return (
    <Dialog onClose={onClose} isBusy={isBusy} holdsInput={false} title="Sign out" centered>
      <Stack gap={16}>
        <div role="status">
          {losses && lossSentences(losses, isWiping).map((words) => <p key={words}>{words}</p>)}
        </div>
        <CheckBox
          label={
            <>
              Delete what this browser keeps{' '}
              <QuietText display="block">
                Drafts, settings and data read from Drata, of everybody who signed in here.
              </QuietText>
            </>
          }
          checked={isWiping}
          disabled={isBusy}
          onChange={({ target }) => setIsWiping(target.checked)}
        />
        {error !== null && <ErrorState sentence={sentence} requestId={requestId} />}
        <DialogButtons>
          <Button variant="default" disabled={isBusy} onClick={onClose}>
            Cancel
          </Button>
          <Button
            {...(isWiping && { color: 'red' })}
            disabled={!losses}
            loading={isBusy}
            onClick={() => void run(leave)}
          >
            Sign out
          </Button>
        </DialogButtons>
      </Stack>
    </Dialog>
  )
}

export default SignOutDialog
