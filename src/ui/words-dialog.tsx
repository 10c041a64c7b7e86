import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from './dialog.tsx'
import { FieldNote } from './fields/field-note.tsx'
import { DialogButtons } from './layout/dialog-buttons.tsx'
import classes from './words-dialog.module.css'

interface WordsDialogProps {
  words: readonly { label: string; text: string }[]
  onClose: () => void
}

/** Shows unsaved text for reading and copying. */
const WordsDialog = ({ words, onClose }: WordsDialogProps) => {
  const [isCopied, setIsCopied] = useState<boolean>()
  const copy = async (): Promise<void> => {
    const all = words.map(({ label, text }) => `${label}\n${text}`).join('\n\n')
    try {
      await navigator.clipboard.writeText(all)
      setIsCopied(true)
    } catch {
      setIsCopied(false)
    }
  }
  return (
    <Dialog onClose={onClose} title="Unsaved text" size="lg">
      <Stack component="dl" gap={12} className={classes.words}>
        {words.map(({ label, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two words may stand for one field
          <div key={index}>
            <Text component="dt" fz={13} c="dimmed">
              {label}
            </Text>
            <dd dir="auto">{text || 'Empty'}</dd>
          </div>
        ))}
      </Stack>
      <DialogButtons>
        <FieldNote kind="hint" role="status">
          {isCopied === true && 'Copied'}
          {isCopied === false && 'The browser blocked copying. Select the text above instead.'}
        </FieldNote>
        <Button variant="default" onClick={() => void copy()}>
          Copy all
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogButtons>
    </Dialog>
  )
}

export default WordsDialog
