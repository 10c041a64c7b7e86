import type { PointerEvent as ReactPointerEvent } from 'react'

/** How near to the window's edge the page scrolls, and how fast at most, a frame. */
const EDGE = 72
const FASTEST = 18

/** How far to scroll for a pointer at this height: the nearer to an edge, the faster. */
const scrollStep = (y: number): number => {
  const over = Math.max(0, EDGE - y) - Math.max(0, y - (window.innerHeight - EDGE))
  return -Math.sign(over) * Math.min(FASTEST, Math.abs(over) / 4)
}

/**
 * Lets the pointer that went down on a row's handle carry the row to another place. Pointer events
 * do for mouse, pen and finger alike; native dragging does not start on buttons in every browser.
 * The rows are marked by attributes, not rendered, so that a long list follows the pointer.
 *
 * @param list holds the rows, each with its index in `data-row`
 * @param onDrop called when the row is let go over another place, with the index it moves to
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
    // Over anything else, such as the page's header, the last place stands.
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
    // A click is no drag: the row is taken up with the first movement.
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
  window.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') end()
    },
    { signal },
  )
}
