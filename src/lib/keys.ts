/**
 * Decides which key was pressed, and whether it is meant for Countersign. Every place that listens
 * to keys asks here (`.ci/house.test.mjs` holds it to that), because each question has answers that
 * one keyboard alone does not show.
 *
 * - A key belongs to an input method (IME) while a character is composed. Enter then chooses a
 *   candidate, and Escape drops it. Safari ends the composition before it reports that key, and
 *   marks it by its key code alone.
 * - A layout without Latin letters, such as Russian or Greek, has no "s". There the position of the
 *   key counts. On Dvorak or AZERTY the letter counts, wherever it is.
 * - A key that is held down repeats. Only moving may repeat; a save or a new row may not.
 * - A dialog covers the page, and with it the page's keys (`key-listeners.ts`).
 */

/** What happens on a key. It returns false where the key is left to the browser after all. */
type KeyAction = (event: KeyboardEvent) => false | void

/**
 * Actions by chord: "Enter", "Alt+ArrowUp", "Mod+S". Modifiers stand in the order Alt, Shift, Mod.
 * Mod is Control or Command, whichever of the two is pressed alone.
 */
export type KeyTable = Readonly<Partial<Record<string, KeyAction>>>

/** A key press as the browser reports it, or as React wraps it. */
type KeyPress = KeyboardEvent | { nativeEvent: KeyboardEvent; preventDefault: () => void }

/** The code of every key that an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229

/** Whether the key belongs to an input method, such as one for Japanese, Chinese or Korean. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  event.key === 'Process' ||
  // oxlint-disable-next-line typescript/no-deprecated -- Safari reports it by nothing else
  event.keyCode === TAKEN_BY_INPUT_METHOD

/** What Latin layouts write: printable ASCII, and letters with accents. */
const OF_LATIN_LAYOUT = /^[!-~\p{Script=Latin}]$/u

const keyOf = ({ key, code }: KeyboardEvent): string => {
  if (key === ' ') return 'Space'
  if (OF_LATIN_LAYOUT.test(key)) return key.toUpperCase()
  // On a Mac, Option with some letters begins an accent.
  const isNamed = /^[A-Z]\w+$/.test(key) && key !== 'Unidentified' && key !== 'Dead'
  return isNamed ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? key)
}

/**
 * Names the pressed key with its modifiers, as `KeyTable` has it.
 * @returns an empty text for a key that belongs to an input method
 */
export const chordOf = (event: KeyboardEvent): string => {
  if (isComposing(event)) return ''
  const { altKey, shiftKey, ctrlKey, metaKey } = event
  const mod = ctrlKey && metaKey ? 'Ctrl+Meta' : ctrlKey || metaKey ? 'Mod' : ''
  return [altKey && 'Alt', shiftKey && 'Shift', mod, keyOf(event)].filter(Boolean).join('+')
}

/**
 * Makes a handler that carries out the actions of a table, and keeps their keys from the browser.
 * @param repeats whether a key that is held down acts again and again. Without it, the browser does
 * not get the repeated key either.
 */
export const onKeys =
  (table: KeyTable, { repeats = false } = {}) =>
  (event: KeyPress): void => {
    const native = 'nativeEvent' in event ? event.nativeEvent : event
    const action = table[chordOf(native)]
    if (!action) return
    const isHeld = native.repeat && !repeats
    if (isHeld || action(native) !== false) event.preventDefault()
  }
