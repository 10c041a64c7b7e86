import { Button, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { RunJob } from '../../../api/once/reviews/kept-runs.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'
import { DialogButtons } from '../../../ui/layout/dialog-buttons.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { QueueStatus } from './queue-status.tsx'
import classes from './results.module.css'
import { isActive, type StartQueue } from './start-queue.ts'
import { StartRow } from './start-row.tsx'

interface StartProgressProps {
  queue: StartQueue<RunJob>
  onClose: () => void
}

/** Carries out the plan while it is on the screen, and shows the outcome of each review. */
export const StartProgress = ({ queue, onClose }: StartProgressProps) => {
  const snapshot = useStore(queue)
  const { items, phase } = snapshot
  const top = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    // The plan may have been scrolled down; the results start at the top.
    top.current?.closest('[role="dialog"]')?.scrollTo(0, 0)
    queue.resume()
    return () => void queue.stop()
  }, [queue])

  // A pressed button may have disappeared; keep the focus in the dialog.
  useEffect(() => {
    if (document.activeElement === document.body) top.current?.focus()
  })

  const countOf = (kind: (typeof items)[number]['state']['kind']): number =>
    items.filter(({ state }) => state.kind === kind).length
  const started = countOf('done')
  const total = items.length - countOf('skipped')
  const text = `${started} of ${total} ${total === 1 ? 'review' : 'reviews'} started`
  const isOn = isActive(phase)
  return (
    <>
      {/* Stays in sight below the dialog's own head, which is as high. */}
      <Stack
        gap={8}
        py={8}
        pos="sticky"
        top={60}
        bg="var(--mantine-color-body)"
        style={{ zIndex: 1 }}
      >
        <Text ref={top} tabIndex={-1} w="fit-content">
          {text}
        </Text>
        <ProgressBar label="Reviews started" value={started} max={total} text={text} />
        <QueueStatus snapshot={snapshot} />
      </Stack>
      <ul aria-label="Results" className={classes.list}>
        {items.map((item) => (
          <StartRow key={item.job.vendorId} item={item} queue={queue} />
        ))}
      </ul>
      <DialogButtons isSticky>
        {countOf('absent') > 0 && (
          <Button variant="default" onClick={queue.retryFailed}>
            Retry failed
          </Button>
        )}
        {(isOn || (phase.kind === 'stopped' && countOf('waiting') > 0)) && (
          <Button
            variant="default"
            loading={phase.kind === 'stopping'}
            onClick={isOn ? () => void queue.stop() : queue.resume}
          >
            {isOn ? 'Stop' : 'Resume'}
          </Button>
        )}
        <Button disabled={isOn} onClick={onClose}>
          Done
        </Button>
      </DialogButtons>
    </>
  )
}
