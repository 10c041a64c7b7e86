import { Suspense, useEffect, useRef } from 'react'
import { PageSkeleton } from '../../ui/layout/page-skeleton.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import type { ReportPaneProps } from './report-pane.tsx'

const ReportPane = lazyPart(() => import('./report-pane.tsx'))

interface ReportRegionProps extends ReportPaneProps {
  /** Whether a click has opened it, so that the focus goes there. */
  takesFocus: boolean
}

/**
 * Where reports are read. It is there at once and takes the focus then: the pane loads for a while, and
 * somebody may have gone on by the time it comes.
 */
export const ReportRegion = ({ takesFocus, ...pane }: ReportRegionProps) => {
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) root.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <section
      ref={root}
      aria-label="Report"
      tabIndex={-1}
      style={{ height: '100%', outline: 'none' }}
    >
      <Suspense fallback={<PageSkeleton hasHeading={false} />}>
        <ReportPane {...pane} />
      </Suspense>
    </section>
  )
}
