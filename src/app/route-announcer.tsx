import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

/** Moves the focus from the heading to the row that leads to a page, once the row is there. */
const focusRowOf = (pathname: string): void => {
  const main = document.querySelector('main')
  const heading = document.activeElement
  const focus = (): boolean => {
    if (document.activeElement !== heading) return true
    const row = [...document.querySelectorAll<HTMLAnchorElement>('a[data-row-link]')].find(
      (link) => link.pathname === pathname,
    )
    row?.focus({ preventScroll: true })
    return row !== undefined
  }
  if (main === null || focus()) return
  // The row is mounted only after the list has scrolled to where it was.
  const observer = new MutationObserver(() => {
    if (focus()) observer.disconnect()
  })
  observer.observe(main, { childList: true, subtree: true })
}

/**
 * Tells screen readers about a new page: moves the focus to its heading and announces its title.
 * On the way back, the focus goes to the row that the way began with.
 * Filters and open panels change the address too, but not the page.
 */
export const RouteAnnouncer = () => {
  const router = useRouter()
  const [title, setTitle] = useState('')
  const left = useRef<{ pathname: string; isBack: boolean }>(undefined)
  // The router itself names only the last page that was complete, which a page left earlier never was.
  useEffect(() => {
    let { pathname } = router.history.location
    return router.history.subscribe(({ location, action: { type } }) => {
      if (location.pathname === pathname) return
      left.current = { pathname, isBack: type === 'BACK' }
      pathname = location.pathname
    })
  }, [router])
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        const from = left.current
        left.current = undefined
        if (!fromLocation || !from) return
        setTitle(document.title)
        // A link to a target within the page moves the focus itself.
        if (toLocation.hash) return
        document.querySelector('h1')?.focus({ preventScroll: true })
        if (from.isBack) focusRowOf(from.pathname)
      }),
    [router],
  )
  return (
    <div role="status" aria-label="Page" className="visually-hidden">
      {title}
    </div>
  )
}
