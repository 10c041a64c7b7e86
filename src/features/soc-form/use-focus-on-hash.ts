import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** Controls to fill in, and buttons that add something to fill in; a hint is not one of them. */
const CONTROLS = 'input, textarea, select, button:not([aria-expanded])'

/** Moves the focus on to a control that loads late, unless the analyst has gone elsewhere. */
const awaitControl = (anchor: HTMLElement): void => {
  const observer = new MutationObserver(() => {
    const control = anchor.querySelector<HTMLElement>(CONTROLS)
    if (document.activeElement === anchor) control?.focus({ preventScroll: true })
    if (document.activeElement !== anchor) observer.disconnect()
  })
  observer.observe(anchor, { childList: true, subtree: true })
}

/** Scrolls to an element and moves the focus there. @returns whether the element exists */
export const focusAnchor = (id: string): boolean => {
  const anchor = document.getElementById(id)
  anchor?.scrollIntoView({ block: 'center' })
  // Focus a control if there is one, otherwise the element itself.
  const control = anchor?.querySelector<HTMLElement>(CONTROLS)
  const target = control ?? anchor
  target?.focus({ preventScroll: true })
  if (anchor && !control) awaitControl(anchor)
  return anchor !== null
}

/**
 * Moves the focus to the target in the address's hash, once for each visit. The target may appear
 * some renders after the address changed, when its panel has opened.
 */
export const useFocusOnHash = (): void => {
  const hash = useLocation({ select: (location) => location.hash })
  const visit = useLocation({ select: ({ state }) => state.__TSR_key })
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (hash === '' || followed.current === visit) return
    if (focusAnchor(hash)) followed.current = visit
  })
}
