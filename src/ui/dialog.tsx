import './dialog-styles.ts'
import { Button, Modal } from '@mantine/core'
import { type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from 'react'
import { listenToDialogKeys } from '../lib/key-listeners.ts'
import { DialogInputContext } from './dialog-input.ts'
import { HoldPageContext } from './hold-page.ts'
import { DialogButtons } from './layout/dialog-buttons.tsx'

interface FrameProps {
  title: string
  children: ReactNode
  size?: 'lg' | 'xl' | number
  centered?: boolean
  fullScreen?: boolean
  /** Whether a click beside the dialog asks to close it, as Escape and the cross do. */
  closesOnClickBeside?: boolean
}

/** What every dialog looks like, and what asks to close it. */
const Frame = (props: FrameProps & { onClose: () => void }) => {
  const { children, closesOnClickBeside = true, onClose, ...look } = props
  const body = useRef<HTMLDivElement>(null)
  const close = useEffectEvent((event: KeyboardEvent): false | void => {
    // Escape closes an open list of options first.
    const { target } = event
    if (target instanceof Element && target.matches('[data-mantine-stop-propagation="true"]'))
      return false
    onClose()
  })
  useEffect(() => listenToDialogKeys(() => body.current, { Escape: (event) => close(event) }), [])
  return (
    <Modal
      {...look}
      styles={{ title: { fontSize: 16, fontWeight: 600 } }}
      opened
      onClose={onClose}
      closeOnEscape={false}
      closeOnClickOutside={closesOnClickBeside}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  )
}

interface DialogProps extends FrameProps {
  /** Called when the dialog is to close without a button of its own. */
  onClose: () => void
  /** Keeps the dialog open while something is under way. */
  isBusy?: boolean
  /**
   * Whether closing loses input. Without it, the dialog holds input once something was typed or
   * chosen in it.
   */
  holdsInput?: boolean
}

/** Answers whether what was entered may be lost. */
type Answer = (mayBeLost: boolean) => void

/**
 * A dialog that cannot be lost by one click or key. Once something was typed or chosen in it,
 * Escape, the cross, a click beside it and leaving the page ask first. Its own buttons, such as
 * Cancel, say what they do and are not asked about.
 */
export const Dialog = (props: DialogProps) => {
  const { onClose, isBusy = false, holdsInput, children, ...frame } = props
  const holdPage = useContext(HoldPageContext)
  const [isTouched, setIsTouched] = useState(false)
  const [asked, setAsked] = useState<{ answer: Answer; isLeaving?: boolean }>()
  const focused = useRef<HTMLElement>(null)
  const touch = (): void => setIsTouched(true)
  const isHeld = holdsInput ?? isTouched

  const ask = (answer: Answer): void => setAsked({ answer })
  const close = (): void => {
    if (isBusy) return
    if (isHeld) ask((mayBeLost) => mayBeLost && onClose())
    else onClose()
  }
  const mayLeave = (): Promise<boolean> =>
    // A second attempt while the question is open changes nothing.
    asked ? Promise.resolve(false) : new Promise((answer) => setAsked({ answer, isLeaving: true }))
  const settle = (mayBeLost: boolean): void => {
    setAsked(undefined)
    asked?.answer(mayBeLost)
    if (!mayBeLost) focused.current?.focus()
  }

  // What was entered may be sent, and the dialog close, while the question is open. Nobody answers it
  // then, nothing is lost any more, and the page is left.
  useEffect(() => (asked?.isLeaving ? () => asked.answer(true) : undefined), [asked])

  return (
    <>
      <Frame {...frame} onClose={close}>
        <div
          onInput={touch}
          onChange={touch}
          onFocus={({ target }) => {
            focused.current = target
          }}
        >
          <DialogInputContext value={touch}>{children}</DialogInputContext>
        </div>
      </Frame>
      {holdPage(isHeld, mayLeave)}
      {asked && (
        <Frame title="Discard what you entered?" centered onClose={() => settle(false)}>
          <p>What you entered or chose in this dialog is lost when it closes.</p>
          <DialogButtons>
            <Button variant="default" data-autofocus onClick={() => settle(false)}>
              Keep editing
            </Button>
            <Button color="red" onClick={() => settle(true)}>
              Discard
            </Button>
          </DialogButtons>
        </Frame>
      )}
    </>
  )
}
