import { Box, Button, Group } from '@mantine/core'
import { type ReactNode, Suspense, useRef, useState } from 'react'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import { useProgress } from '../../editing/use-progress.ts'
import { NARROW, useMediaQuery } from '../../ui/hooks/use-media-query.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { SectionList } from './section-list.tsx'
import classes from './soc-form-panels.module.css'

const loadDrawer = () => import('../../ui/drawer.tsx')
const Drawer = lazyPart(loadDrawer)
/** If loading in advance fails, the error shows when the drawer is opened. */
const preloadDrawer = (): void => void loadDrawer().catch(() => undefined)

interface SectionsProgressProps {
  /** The open panels, from the address. */
  open: readonly SocSectionId[]
  /** More navigation, below the sections. */
  further?: ReactNode
}

/**
 * The number of complete sections. A narrow window has no room for the list of sections beside the
 * form; there the number opens it.
 */
export const SectionsProgress = ({ open, further }: SectionsProgressProps) => {
  const progress = useProgress()
  const isNarrow = useMediaQuery(NARROW)
  const [isOpen, setIsOpen] = useState(false)
  // In a window that was wide for a while it would come back.
  if (isOpen && !isNarrow) setIsOpen(false)
  const button = useRef<HTMLButtonElement>(null)
  const { completeCount, sections, missing } = progress
  const count = `${completeCount} of ${sections.length}`
  const bar = (
    <ProgressBar
      label="Sections complete"
      value={completeCount}
      max={sections.length}
      text={`${count} sections complete`}
      isDone={completeCount === sections.length}
    />
  )
  if (!isNarrow)
    return (
      <Group gap={8} wrap="nowrap" fz={13}>
        <span>
          {count}
          <span className="visually-hidden"> sections complete</span>
        </span>
        <Box w={48}>{bar}</Box>
      </Group>
    )

  const close = (): void => {
    setIsOpen(false)
    button.current?.focus()
  }
  return (
    <Box flex="none" me="auto">
      <Button
        ref={button}
        size="compact-sm"
        variant="default"
        aria-haspopup="dialog"
        onPointerDown={preloadDrawer}
        onClick={() => setIsOpen(true)}
      >
        <span className="visually-hidden">Sections: </span>
        {missing.length > 0 ? `${count} · ${missing.length} missing` : count}
      </Button>
      {bar}
      {isOpen && (
        <Suspense>
          <Drawer title="Sections" onClose={close}>
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- hears of the links, which work by keyboard */}
            <div
              className={classes.links}
              onClick={({ target }) => {
                // The link has moved the focus to its target.
                if (target instanceof Element && target.closest('a')) setIsOpen(false)
              }}
            >
              <SectionList progress={progress} open={open} />
              {further}
            </div>
          </Drawer>
        </Suspense>
      )}
    </Box>
  )
}
