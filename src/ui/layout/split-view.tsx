import { type PointerEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { onKeys } from '../../lib/keys.ts'
import { type Setting, useSetting } from '../hooks/use-setting.ts'
import classes from './split-view.module.css'

/** The main part's share of the width, in percent. */
const SHARE: Setting<number> = {
  name: 'split-share',
  read: (kept) => withinLimits(kept === null ? EVEN : Number(kept)),
}
const EVEN = 50
const [LEAST, MOST] = [30, 70] as const
/** How far an arrow key moves the divider, in percent. */
const STEP = 2

const withinLimits = (share: number): number =>
  Number.isFinite(share) ? Math.min(MOST, Math.max(LEAST, Math.round(share))) : EVEN

interface SplitViewProps {
  /** Scrolls with the page. */
  main: ReactNode
  /** Stands beside it, as high as the window; null while there is none. */
  side: ReactNode
  /** The accessible name of the divider. */
  dividerLabel: string
  /** Where the window is too narrow for both: whether the side is in front. */
  isSideInFront: boolean
}

/** Keeps where the page was scrolled to while the side is in front of it. */
const useKeptPlace = (isSideInFront: boolean): void => {
  const place = useRef(0)
  const isHidden = useRef(false)
  useLayoutEffect(() => {
    const wasHidden = isHidden.current
    isHidden.current = isSideInFront
    if (isSideInFront) return undefined
    if (wasHidden) window.scrollTo({ top: place.current, behavior: 'instant' })
    // It is too late to ask once the main part is hidden: the page is shorter by then.
    const note = (): void => {
      place.current = window.scrollY
    }
    window.addEventListener('scroll', note, { passive: true })
    return () => window.removeEventListener('scroll', note)
  }, [isSideInFront])
}

/**
 * Two parts side by side, with a divider between them that moves by mouse and by keyboard. In a narrow
 * window they take turns. The main part is never mounted anew.
 */
export const SplitView = ({ main, side, dividerLabel, isSideInFront }: SplitViewProps) => {
  const [share, setShare] = useSetting(SHARE)
  const root = useRef<HTMLDivElement>(null)
  const isOpen = side !== null
  useKeptPlace(isOpen && isSideInFront)

  const moveTo = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !root.current) return
    const { left, width } = root.current.getBoundingClientRect()
    setShare(withinLimits(((event.clientX - left) / width) * 100))
  }
  const onKeyDown = onKeys(
    {
      ArrowLeft: () => setShare(withinLimits(share - STEP)),
      ArrowRight: () => setShare(withinLimits(share + STEP)),
      Home: () => setShare(LEAST),
      End: () => setShare(MOST),
      Enter: () => setShare(EVEN),
    },
    { repeats: true },
  )

  return (
    <div
      ref={root}
      className={classes.split}
      data-open={isOpen}
      data-front={isSideInFront ? 'side' : 'main'}
      style={{ '--share': `${share}%` }}
    >
      <div className={classes.main}>{main}</div>
      {isOpen && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved */}
          <div
            role="separator"
            tabIndex={0}
            aria-label={dividerLabel}
            aria-orientation="vertical"
            aria-valuemin={LEAST}
            aria-valuemax={MOST}
            aria-valuenow={share}
            aria-valuetext={`${share} percent`}
            title="Drag to resize. Double-click to make both equally wide."
            className={`${classes.divider} screen-only`}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={moveTo}
            onDoubleClick={() => setShare(EVEN)}
          />
          <div className={`${classes.side} screen-only`}>{side}</div>
        </>
      )}
    </div>
  )
}
