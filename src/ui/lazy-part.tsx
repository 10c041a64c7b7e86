import { Button } from '@mantine/core'
import { type ComponentType, lazy } from 'react'
import classes from './lazy-part.module.css'

/** Stands where a part of the page would that is gone, or that no connection brings. */
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

/** Vite asks for a style sheet once: a second time the part would come without it. */
const isStyleMissing = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Unable to preload CSS')

/**
 * A component that is loaded when it is first shown. One that cannot be loaded, asked for twice, says
 * so in its place and leaves the rest of the page alone, with whatever was typed there.
 */
export const lazyPart = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(() =>
    load()
      .catch((error: unknown) => (isStyleMissing(error) ? Promise.reject(error) : load()))
      .catch(() => ({ default: MissingPart as ComponentType<P> })),
  )
