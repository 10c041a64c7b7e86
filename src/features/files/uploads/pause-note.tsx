import { useSyncExternalStore } from 'react'
import { formatDuration } from '../../../lib/bytes.ts'
import classes from './upload-tray.module.css'

const subscribe = (onChange: () => void): (() => void) => {
  const timer = setInterval(onChange, 500)
  return () => clearInterval(timer)
}

/**
 * Says that the service wants to be left alone, and for how long still.
 * @param until in milliseconds of `performance.now()`, which no change of the clock moves
 */
export const PauseNote = ({ until }: { until: number }) => {
  const left = useSyncExternalStore(subscribe, () =>
    formatDuration(Math.max(0, until - performance.now()) / 1_000),
  )
  return (
    <p className={classes.pause}>
      <span role="status">Drata is limiting requests.</span> Uploading goes on in {left}.
    </p>
  )
}
