import { Button, Group } from '@mantine/core'
import { type ComponentType, lazy } from 'react'

/** Replaces a part of the page whose code could not be loaded. */
const MissingPart = () => (
  <Group
    role="alert"
    gap="8px 16px"
    pos="fixed"
    left={16}
    bottom={16}
    maw="min(560px, calc(100vw - 32px))"
    px={16}
    py={12}
    c="var(--cs-negative)"
    bg="var(--cs-negative-surface)"
    bd="1px solid"
    bdrs={6}
    style={{ zIndex: 50 }}
  >
    <p>
      This part of Countersign could not be loaded: there is a new version, or no connection. Save
      your work, then reload the page.
    </p>
    <Button size="xs" variant="default" onClick={() => window.location.reload()}>
      Reload the page
    </Button>
  </Group>
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
