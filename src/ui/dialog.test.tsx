// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type ComponentProps, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { standInForBrowser } from '../testing/browser.ts'
import { Dialog } from './dialog.tsx'
import { useDialogInput } from './dialog-input.ts'
import { type HoldPage, HoldPageContext } from './hold-page.ts'

beforeEach(() => {
  standInForBrowser()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A button that fills in a field, without the field reporting it. */
const Shortcut = () => {
  const note = useDialogInput()
  return (
    <button type="button" onClick={note}>
      In 2 weeks
    </button>
  )
}

/** Opens a dialog. @returns what it called, and the page's question before it is left */
const open = (props: Partial<ComponentProps<typeof Dialog>> = {}) => {
  const onClose = vi.fn()
  const page: { mayLeave?: (() => Promise<boolean>) | undefined } = {}
  const hold: HoldPage = (isHeld, mayLeave) => {
    page.mayLeave = isHeld ? mayLeave : undefined
    return null
  }
  const Page = () => {
    const [isOpen, setIsOpen] = useState(true)
    return isOpen ? (
      <Dialog
        title="Finalize review"
        onClose={() => {
          onClose()
          setIsOpen(false)
        }}
        {...props}
      >
        <input aria-label="Note" />
        <label>
          <input type="radio" name="decision" /> Approved
        </label>
        <Shortcut />
      </Dialog>
    ) : null
  }
  render(
    <MantineProvider env="test">
      <HoldPageContext value={hold}>
        <Page />
      </HoldPageContext>
    </MantineProvider>,
  )
  return { onClose, page }
}

const question = () => screen.queryByRole('dialog', { name: 'Discard what you entered?' })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const overlay = (): Element => document.querySelector('.mantine-Modal-overlay') ?? document.body

/** What is no button of the dialog, and asks to close it. */
const WAYS = {
  'a click beside it': () => fireEvent.click(overlay()),
  Escape: () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' }),
  'its cross': () => press('Close'),
} as const
const INPUTS = {
  'a typed word': () =>
    fireEvent.input(screen.getByLabelText('Note'), { target: { value: '500 characters' } }),
  'a choice': () => fireEvent.click(screen.getByLabelText('Approved')),
  'a shortcut': () => press('In 2 weeks'),
} as const

describe('a dialog', () => {
  it.each(Object.entries(WAYS))('without input closes on %s', (_, close) => {
    const { onClose, page } = open()
    close()
    expect(onClose).toHaveBeenCalledTimes(1)
    expect(page.mayLeave).toBeUndefined()
  })

  for (const [what, enter] of Object.entries(INPUTS))
    it.each(Object.entries(WAYS))(`with ${what} asks on %s`, (_, close) => {
      const { onClose } = open()
      enter()
      close()
      expect(onClose).not.toHaveBeenCalled()
      expect(question()).toBeTruthy()
      press('Keep editing')
      expect(question()).toBeNull()
      expect(screen.getByRole('dialog', { name: 'Finalize review' })).toBeTruthy()
      close()
      press('Discard')
      expect(onClose).toHaveBeenCalledTimes(1)
    })

  it('is kept by Escape, a click beside and the cross of its question', () => {
    const { onClose } = open()
    INPUTS['a typed word']()
    screen.getByLabelText('Note').focus()
    WAYS.Escape()
    WAYS.Escape()
    expect(question()).toBeNull()
    expect(document.activeElement).toBe(screen.getByLabelText('Note'))
    WAYS.Escape()
    fireEvent.click(document.querySelectorAll('.mantine-Modal-overlay')[1] ?? document.body)
    expect(question()).toBeNull()
    expect(onClose).not.toHaveBeenCalled()
  })

  it('does not ask twice while Escape is held down, nor for an input method', () => {
    open()
    INPUTS['a typed word']()
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape', isComposing: true })
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape', keyCode: 229 })
    expect(question()).toBeNull()
    WAYS.Escape()
    fireEvent.keyDown(document.body, { key: 'Escape', repeat: true })
    expect(question()).toBeTruthy()
  })

  it('asks before the page is left, once', async () => {
    const { onClose, page } = open()
    INPUTS['a typed word']()
    const ask = () => {
      let asked: Promise<boolean> | undefined
      act(() => {
        asked = page.mayLeave?.()
      })
      return asked
    }
    const first = ask()
    expect(await ask()).toBe(false)
    press('Keep editing')
    expect(await first).toBe(false)
    const second = ask()
    press('Discard')
    expect(await second).toBe(true)
    expect(onClose).not.toHaveBeenCalled()
  })

  it('leaves the page when it closes while its question is open', async () => {
    const { page } = open()
    INPUTS['a typed word']()
    let left: Promise<boolean> | undefined
    act(() => {
      left = page.mayLeave?.()
    })
    expect(question()).toBeTruthy()
    cleanup()
    expect(await left).toBe(true)
  })

  it('stays while something is under way', () => {
    const { onClose } = open({ isBusy: true })
    for (const close of Object.values(WAYS)) close()
    expect(onClose).not.toHaveBeenCalled()
    expect(question()).toBeNull()
  })

  it('can hold input from the start, or none at all', () => {
    const { onClose } = open({ holdsInput: true })
    WAYS.Escape()
    expect(question()).toBeTruthy()
    expect(onClose).not.toHaveBeenCalled()
    cleanup()
    const other = open({ holdsInput: false })
    INPUTS['a typed word']()
    WAYS.Escape()
    expect(other.onClose).toHaveBeenCalledTimes(1)
  })

  it('can be told that a click beside it means nothing', () => {
    const { onClose } = open({ closesOnClickBeside: false })
    fireEvent.click(overlay())
    expect(onClose).not.toHaveBeenCalled()
  })
})
