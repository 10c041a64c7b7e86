import { Button } from '@mantine/core'
import { type ComponentType, lazy } from 'react'
import classes from './lazy-part.module.css'

/** Replaces a part of the page whose code could not be loaded. */
const MissingPart = () => (
  <div role="alert" className={classes.missing}>
    <p>
      This part of Countersign could not be loaded: there is a new version, or no connection. Save
      your work, then reload the page.
    </p>
    <Button size="xs" variant="default" onClick={() => window.location.reload()}>
      Reload the page
    </Button>
  </div>
)

/** Vite requests a style sheet only once: after a retry, the part would render without it. */
const isStyleMissing = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Unable to preload CSS')

/**
 * A component that loads when it is first shown. If loading fails twice, a message takes its place;
 * the rest of the page, and what was typed there, stays.
 */
export const lazyPart = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(() =>
    load()
      .catch((error: unknown) => (isStyleMissing(error) ? Promise.reject(error) : load()))
      .catch(() => ({ default: MissingPart as ComponentType<P> })),
  )
