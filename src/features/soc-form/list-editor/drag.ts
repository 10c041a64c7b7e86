import type { PointerEvent as ReactPointerEvent } from 'react'
import { onKeys } from '../../../lib/keys.ts'

/** How near to the window's edge the page scrolls, and the maximum speed, in pixels per frame. */
const EDGE = 72
const FASTEST = 18

/** How far to scroll for a pointer at this height. It is faster nearer to an edge. */
const scrollStep = (y: number): number => {
  const over = Math.max(0, EDGE - y) - Math.max(0, y - (window.innerHeight - EDGE))
  return -Math.sign(over) * Math.min(FASTEST, Math.abs(over) / 4)
}

/**
 * Drags a row by its handle. Pointer events work for mouse, pen and finger; native dragging does
 * not start on buttons in every browser. Rows are marked by attributes instead of rendering, so
 * that a long list keeps up with the pointer.
 *
 * @param list contains the rows, each with its index in `data-row`
 * @param onDrop called with the new index when the row is dropped elsewhere
 */
export const dragRow = (
  event: ReactPointerEvent<HTMLElement>,
  list: HTMLElement,
  from: number,
  onDrop: (to: number) => void,
): void => {
  if (event.button !== 0 || !event.isPrimary) return
  const handle = event.currentTarget
  const row = handle.closest<HTMLElement>('[data-row]')
  const listening = new AbortController()
  let y = event.clientY
  let to = from
  let marked: HTMLElement | undefined
  let frame = 0

  const unmark = (): void => {
    delete marked?.dataset.drop
    marked = undefined
  }
  const aim = (): void => {
    const { left, width } = list.getBoundingClientRect()
    const under = document.elementFromPoint(left + width / 2, y)?.closest<HTMLElement>('[data-row]')
    // Over anything else, such as the page's header, the last target stays.
    if (!under || !list.contains(under)) return
    const box = under.getBoundingClientRect()
    const isAfter = y > box.top + box.height / 2
    const gap = Number(under.dataset.row) + (isAfter ? 1 : 0)
    unmark()
    to = gap > from ? gap - 1 : gap
    if (to === from) return
    marked = under
    marked.dataset.drop = isAfter ? 'after' : 'before'
  }
  const scroll = (): void => {
    const step = scrollStep(y)
    if (step !== 0) {
      window.scrollBy({ top: step, behavior: 'instant' })
      aim()
    }
    frame = requestAnimationFrame(scroll)
  }
  const end = (): void => {
    listening.abort()
    cancelAnimationFrame(frame)
    unmark()
    delete row?.dataset.dragged
  }
  const follow = (moved: PointerEvent): void => {
    if (moved.pointerId !== event.pointerId) return
    y = moved.clientY
    // A click is no drag, so the row is only lifted on the first movement.
    if (row?.dataset.dragged === undefined) {
      if (Math.abs(y - event.clientY) < 4) return
      if (row) row.dataset.dragged = ''
      frame = requestAnimationFrame(scroll)
    }
    aim()
  }
  const drop = (): void => {
    end()
    if (to !== from) onDrop(to)
  }

  const { signal } = listening
  handle.setPointerCapture(event.pointerId)
  handle.addEventListener('pointermove', follow, { signal })
  handle.addEventListener('pointerup', drop, { signal })
  handle.addEventListener('pointercancel', end, { signal })
  window.addEventListener('blur', end, { signal })
  window.addEventListener('keydown', onKeys({ Escape: end }), { signal })
}
