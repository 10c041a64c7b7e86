import { service } from '../../lib/services.ts'
import { createStore, type Readable } from '../../lib/store.ts'
import { useStore } from './use-store.ts'

/** Opens everything that is folded, and folds it again. @returns what folds it */
const unfoldAll = (): (() => void) => {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
  for (const details of folded) details.open = true
  return () => {
    for (const details of folded) details.open = false
  }
}

const printing = service((): Readable<boolean> => {
  const media = window.matchMedia('print')
  const { getState, setState, subscribe } = createStore(false)
  let fold: (() => void) | undefined
  /** What is not on paper loses the focus, sometimes before the page hears of the printing. */
  let focused: EventTarget | null = null
  const set = (isPrinting: boolean): void => {
    if (isPrinting === getState()) return
    if (isPrinting && document.activeElement !== document.body) focused = document.activeElement
    setState(isPrinting)
    if (isPrinting) fold = unfoldAll()
    else {
      fold?.()
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
      focused = null
    }
  }
  document.addEventListener('focusout', ({ target }) => {
    if (media.matches) focused = target
  })
  // Some browsers report only one of the two.
  media.addEventListener('change', ({ matches }) => set(matches))
  window.addEventListener('beforeprint', () => set(true))
  window.addEventListener('afterprint', () => set(false))
  return { getState, subscribe }
})

/** @returns whether the page is being printed: then nothing may be folded, or left out as unseen */
export const usePrinting = (): boolean => useStore(printing())
