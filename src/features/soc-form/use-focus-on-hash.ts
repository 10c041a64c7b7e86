import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** What can be filled in, and what adds something to fill in; a hint beside it cannot. */
const CONTROLS = 'input, textarea, select, button:not([aria-expanded])'

/**
 * Brings a place into sight and puts the focus there.
 * @returns whether there is such a place now
 */
export const focusPlace = (id: string): boolean => {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'center' })
  // Where there is something to fill in, that; else the place itself, to be read.
  const control = place?.querySelector<HTMLElement>(CONTROLS)
  const target = control ?? place
  target?.focus({ preventScroll: true })
  return place !== null
}

/**
 * Follows the address to a place within the page, once for each visit. The place may appear some
 * renders after the address changed, when its panel has opened.
 */
export const useFocusOnHash = (): void => {
  const hash = useLocation({ select: (location) => location.hash })
  const visit = useLocation({ select: ({ state }) => state.__TSR_key })
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (hash === '' || followed.current === visit) return
    if (focusPlace(hash)) followed.current = visit
  })
}
