import { Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.css'

interface ProgressBarProps {
  /** The accessible name. */
  label: string
  value: number
  /** The value at the end; 100 for percent. */
  max: number
  /** The value as text, for screen readers. */
  text: string
  /** Turns the bar green. */
  isDone?: boolean
}

/** How far something is. */
export const ProgressBar = ({ label, value, max, text, isDone = false }: ProgressBarProps) => (
  <Progress.Root
    size={6}
    bg="var(--cs-neutral-surface)"
    // Forced colours take the grounds, and leave the edge.
    bd="1px solid var(--cs-neutral-surface)"
  >
    <Progress.Section
      value={max > 0 ? (value / max) * 100 : 0}
      color={isDone ? 'var(--cs-positive)' : 'var(--cs-accent)'}
      withAria={false}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      style={{ forcedColorAdjust: 'none' }}
    />
  </Progress.Root>
)
