// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { frontDialog, listenToDialogKeys, listenToPageKeys } from './key-listeners.ts'

const body = document.body
/** Presses a key in the page or in an element of it. */
const type = (init: KeyboardEventInit, target: Element = body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}
const openDialog = (): HTMLElement => {
  const dialog = document.createElement('section')
  dialog.setAttribute('aria-modal', 'true')
  body.append(dialog)
  return dialog
}

afterEach(() => body.replaceChildren())

describe('the keys of a page', () => {
  it('act wherever the focus is, until the page stops listening', () => {
    const save = vi.fn()
    const stop = listenToPageKeys({ 'Mod+S': save })
    const field = body.appendChild(document.createElement('textarea'))
    type({ key: 's', ctrlKey: true }, field)
    expect(save).toHaveBeenCalledTimes(1)
    stop()
    type({ key: 's', ctrlKey: true })
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('do nothing under a dialog, and are kept from the browser all the same', () => {
    const save = vi.fn()
    const stop = listenToPageKeys({ 'Mod+S': save })
    openDialog()
    expect(type({ key: 's', ctrlKey: true }).defaultPrevented).toBe(true)
    expect(save).not.toHaveBeenCalled()
    stop()
  })

  it('do nothing with a key that something else has taken', () => {
    const save = vi.fn()
    const stop = listenToPageKeys({ 'Mod+S': save })
    const field = body.appendChild(document.createElement('textarea'))
    field.addEventListener('keydown', (event) => event.preventDefault())
    type({ key: 's', ctrlKey: true }, field)
    expect(save).not.toHaveBeenCalled()
    stop()
  })
})

describe('the keys of a dialog', () => {
  it('are those of the one in front', () => {
    const [first, second] = [openDialog(), openDialog()]
    const [closeFirst, closeSecond] = [vi.fn(), vi.fn(() => second.remove())]
    const stops = [
      listenToDialogKeys(() => first, { Escape: closeFirst }),
      listenToDialogKeys(() => second, { Escape: closeSecond }),
    ]
    expect(frontDialog()).toBe(second)
    type({ key: 'Escape', isComposing: true })
    expect(closeSecond).not.toHaveBeenCalled()
    type({ key: 'Escape' })
    expect(closeSecond).toHaveBeenCalledTimes(1)
    expect(closeFirst).not.toHaveBeenCalled()
    type({ key: 'Escape' })
    expect(closeFirst).toHaveBeenCalledTimes(1)
    for (const stop of stops) stop()
  })

  it('close one dialog a press, in whichever order they listen', () => {
    const [first, second] = [openDialog(), openDialog()]
    const [closeFirst, closeSecond] = [vi.fn(), vi.fn(() => second.remove())]
    const stops = [
      listenToDialogKeys(() => second, { Escape: closeSecond }),
      listenToDialogKeys(() => first, { Escape: closeFirst }),
    ]
    type({ key: 'Escape' })
    expect(closeSecond).toHaveBeenCalledTimes(1)
    expect(closeFirst).not.toHaveBeenCalled()
    for (const stop of stops) stop()
  })
})
