import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * Tells screen readers about a new page: moves the focus to its heading and announces its title.
 * Filters and open panels change the address too, but not the page.
 */
export const RouteAnnouncer = () => {
  const router = useRouter()
  const [title, setTitle] = useState('')
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname) return
        setTitle(document.title)
        // A link to a target within the page moves the focus itself.
        if (!toLocation.hash) document.querySelector('h1')?.focus({ preventScroll: true })
      }),
    [router],
  )
  return (
    <div role="status" aria-label="Page" className="visually-hidden">
      {title}
    </div>
  )
}
