import { Button } from '@mantine/core'
import { useState } from 'react'
import dialog from './dialog.module.css'
import { Dialog } from './dialog.tsx'
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
      <dl className={classes.words}>
        {words.map(({ label, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two words may stand for one field
          <div key={index}>
            <dt>{label}</dt>
            <dd dir="auto">{text || 'Empty'}</dd>
          </div>
        ))}
      </dl>
      <div className={dialog.buttons}>
        <p role="status" className={dialog.hint}>
          {isCopied === true && 'Copied'}
          {isCopied === false && 'The browser blocked copying. Select the text above instead.'}
        </p>
        <Button variant="default" onClick={() => void copy()}>
          Copy all
        </Button>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

export default WordsDialog
