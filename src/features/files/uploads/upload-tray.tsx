import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Title.css'
import { ActionIcon, Button, Group, Paper, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { connection } from '../../../api/transport/connection.ts'
import { isLeaving } from '../../../ui/hooks/leaving.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'
import { ChevronDown } from '../../../ui/icons.tsx'
import { PauseNote } from './pause-note.tsx'
import { SignInNote } from './sign-in-note.tsx'
import { canRetry, isOver, type Upload } from './upload.ts'
import { UploadItem } from './upload-item.tsx'
import classes from './upload-tray.module.css'
import { uploadQueue, useUploads } from './uploads.ts'

const files = (count: number): string => `${count} file${count === 1 ? '' : 's'}`

const summaryOf = (uploads: readonly Upload[]): string => {
  const count = (state: Upload['state']): number =>
    uploads.filter((upload) => upload.state === state).length
  const open = uploads.filter((upload) => !isOver(upload)).length
  const failed = count('failed')
  const uploaded = count('uploaded')
  if (open > 0) return `Uploading ${files(open)}${failed > 0 ? `, ${failed} failed` : ''}`
  if (failed > 0) return `${files(failed)} failed, ${uploaded} uploaded`
  return uploaded > 0 ? `${files(uploaded)} uploaded` : `${files(uploads.length)} canceled`
}

const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if (!isLeaving().getState()) event.preventDefault()
}

/** The uploads, in a corner of every page. Closing the site asks first while any is active. */
export const UploadTray = () => {
  const queue = uploadQueue()
  const { uploads, pausedUntil } = useUploads()
  const { signIn } = useStore(connection())
  const [isFolded, setIsFolded] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const isBusy = !uploads.every(isOver)
  const isDone = uploads.length > 0 && uploads.every(({ state }) => state === 'uploaded')
  // What is done stands in the lists of files, so it gives way, unless it has the focus.
  useEffect(() => {
    const isInUse = list.current?.matches(':focus-within') ?? false
    setIsFolded(isDone && !isInUse)
  }, [isDone])
  useEffect(() => {
    if (!isBusy) return undefined
    window.addEventListener('beforeunload', askBeforeLeaving)
    return () => window.removeEventListener('beforeunload', askBeforeLeaving)
  }, [isBusy])
  if (uploads.length === 0) return null
  const retriable = uploads.filter((upload) => upload.state === 'failed' && canRetry(upload))
  return (
    <Paper
      component="section"
      aria-label="Uploads"
      withBorder
      shadow="md"
      pos="fixed"
      right={16}
      bottom={16}
      w="min(420px, calc(100vw - 32px))"
      className={`${classes.tray} screen-only`}
      style={{ zIndex: 30 }}
    >
      <Group gap="4px 12px" wrap="nowrap" px={12} py={8}>
        <Title ref={head} order={2} fz={14} fw={600} flex={1} tabIndex={-1} role="status">
          {summaryOf(uploads)}
        </Title>
        {retriable.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => queue.retryAll()}>
            Retry all
          </Button>
        )}
        {uploads.some(isOver) && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              queue.removeOver()
              head.current?.focus()
            }}
          >
            Clear
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          style={{ rotate: isFolded ? '180deg' : undefined }}
          aria-expanded={!isFolded}
          aria-controls="uploads-list"
          aria-label="Show the uploads"
          onClick={() => setIsFolded(!isFolded)}
        >
          <ChevronDown />
        </ActionIcon>
      </Group>
      {pausedUntil !== null && <PauseNote until={pausedUntil} />}
      {signIn !== null && isBusy && <SignInNote signIn={signIn} />}
      <ul ref={list} id="uploads-list" hidden={isFolded} className={classes.list}>
        {uploads.map((upload) => (
          <UploadItem
            key={upload.id}
            upload={upload}
            queue={queue}
            onRemoved={() => head.current?.focus()}
          />
        ))}
      </ul>
    </Paper>
  )
}
