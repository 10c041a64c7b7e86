// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chordOf, frontDialog, listenToDialogKeys, listenToPageKeys, onKeys } from './keys.ts'

const press = (init: KeyboardEventInit): KeyboardEvent =>
  new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })

const body = document.body
/** Presses a key in the page or in an element of it. */
const type = (init: KeyboardEventInit, target: Element = body): KeyboardEvent => {
  const event = press(init)
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

describe('the name of a pressed key', () => {
  it.each<[string, KeyboardEventInit, string]>([
    ['QWERTY', { key: 's', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['Command on a Mac', { key: 's', code: 'KeyS', metaKey: true }, 'Mod+S'],
    ['caps lock', { key: 'S', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['Cyrillic', { key: 'ы', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['Ukrainian', { key: 'і', code: 'KeyS', metaKey: true }, 'Mod+S'],
    ['Greek', { key: 'σ', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['Hebrew', { key: 'ד', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['Arabic', { key: 'س', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['Thai', { key: 'ห', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['no name of the key', { key: 'Unidentified', code: 'KeyS', ctrlKey: true }, 'Mod+S'],
    ['Dvorak, the key of "s"', { key: 's', code: 'Semicolon', ctrlKey: true }, 'Mod+S'],
    ['Dvorak, the place of "s"', { key: 'o', code: 'KeyS', ctrlKey: true }, 'Mod+O'],
    ['Colemak, the place of "s"', { key: 'r', code: 'KeyS', ctrlKey: true }, 'Mod+R'],
    ['Dvorak for one hand', { key: '8', code: 'KeyS', ctrlKey: true }, 'Mod+8'],
    ['AZERTY', { key: 'q', code: 'KeyA', ctrlKey: true }, 'Mod+Q'],
    ['a letter with an accent', { key: 'ß', code: 'KeyS', ctrlKey: true }, 'Mod+SS'],
    ['AltGr on Windows', { key: 'ś', code: 'KeyS', ctrlKey: true, altKey: true }, 'Alt+Mod+Ś'],
    ['save as', { key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true }, 'Shift+Mod+S'],
    ['both', { key: 's', code: 'KeyS', ctrlKey: true, metaKey: true }, 'Ctrl+Meta+S'],
    ['the numeric pad', { key: 'Enter', code: 'NumpadEnter' }, 'Enter'],
    ['a named key', { key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'Alt+ArrowUp'],
    ['the space bar', { key: ' ', code: 'Space' }, 'Space'],
  ])('is that of the letter, or of the place on other alphabets: %s', (_, init, chord) => {
    expect(chordOf(press(init))).toBe(chord)
  })

  it.each<[string, KeyboardEventInit]>([
    ['a composition', { key: 'Enter', isComposing: true }],
    // oxlint-disable-next-line typescript/no-deprecated -- Safari reports it by nothing else
    ['the end of one in Safari', { key: 'Enter', keyCode: 229 }],
    ['a key that the input method took', { key: 'Process', code: 'Enter' }],
    ['Escape in a composition', { key: 'Escape', isComposing: true }],
  ])('is empty while an input method has it: %s', (_, init) => {
    expect(chordOf(press(init))).toBe('')
  })
})

describe('a table of keys', () => {
  it('acts on its keys alone, and keeps them from the browser', () => {
    const save = vi.fn()
    const handle = onKeys({ 'Mod+S': save })
    const [meant, other] = [press({ key: 'ы', code: 'KeyS', ctrlKey: true }), press({ key: 's' })]
    handle(meant)
    handle(other)
    expect(save).toHaveBeenCalledTimes(1)
    expect([meant.defaultPrevented, other.defaultPrevented]).toEqual([true, false])
  })

  it('acts once on a key that is held down, and repeats only where it is told to', () => {
    const [save, move] = [vi.fn(), vi.fn()]
    const again = press({ key: 'F8', repeat: true })
    onKeys({ F8: save })(again)
    onKeys({ F8: move }, { repeats: true })(again)
    expect(save).not.toHaveBeenCalled()
    expect(move).toHaveBeenCalledTimes(1)
    // The browser would show its own dialog on the second Ctrl+S.
    expect(again.defaultPrevented).toBe(true)
  })

  it('leaves a key to the browser that its action declines', () => {
    const event = press({ key: 'Home' })
    onKeys({ Home: () => false })(event)
    expect(event.defaultPrevented).toBe(false)
  })

  it('leaves a composition alone', () => {
    const submit = vi.fn()
    const event = press({ key: 'Enter', isComposing: true })
    onKeys({ Enter: submit })(event)
    expect(submit).not.toHaveBeenCalled()
    expect(event.defaultPrevented).toBe(false)
  })
})

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
