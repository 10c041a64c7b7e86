// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { chordOf, onKeys } from './keys.ts'

const press = (init: KeyboardEventInit): KeyboardEvent =>
  new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })

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
    ['Option on a Mac', { key: 'π', code: 'KeyP', altKey: true }, 'Alt+P'],
    ['Option for an accent on a Mac', { key: 'Dead', code: 'KeyU', altKey: true }, 'Alt+U'],
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
