import { Group } from '@mantine/core'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type HoldPage, HoldPageContext } from '../ui/hold-page.ts'
import { Logo } from '../ui/icons.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { useDemo } from './demo.ts'
import { DemoBanner } from './demo-banner.tsx'
import { PageHolder } from './page-holder.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'
import classes from './shell.module.css'
import { useDensity } from './use-density.ts'
import { UserMenu } from './user-menu.tsx'

const holdPage: HoldPage = (isHeld, mayLeave) => <PageHolder isHeld={isHeld} mayLeave={mayLeave} />

/** The frame of every page: the brand, the navigation and the user menu. */
export const Shell = ({ children }: { children: ReactNode }) => {
  useDensity()
  const demo = useDemo()
  const isPending = useRouterState({ select: ({ status }) => status === 'pending' })
  return (
    <>
      <a className={`${classes.skip} visually-hidden`} href="#main">
        Skip to content
      </a>
      <header className={classes.header}>
        <Group
          gap="clamp(8px, 2vw, 24px)"
          wrap="nowrap"
          h="var(--cs-header-height)"
          className={classes.bar}
        >
          <Link to="/" className={classes.brand}>
            <Logo />
            <span>Countersign</span>
          </Link>
          <Group
            component="nav"
            aria-label="Primary"
            flex={1}
            gap={4}
            wrap="nowrap"
            className={classes.nav}
          >
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              Reviews
            </Link>
            <Link to="/vendors" activeOptions={{ includeSearch: false }}>
              Vendors
            </Link>
          </Group>
          <UserMenu />
        </Group>
        {isPending && (
          <div className={classes.pending} role="progressbar" aria-label="Loading page" />
        )}
      </header>
      {demo && <DemoBanner />}
      <ConnectionBanner />
      <main id="main" className={classes.main} tabIndex={-1}>
        <HoldPageContext value={holdPage}>{children}</HoldPageContext>
      </main>
      <RouteAnnouncer />
    </>
  )
}
