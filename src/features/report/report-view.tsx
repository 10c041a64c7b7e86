import { Box, Button, Group, PasswordInput, Stack } from '@mantine/core'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/PasswordInput.css'
import { type SyntheticEvent, useState } from 'react'
import { formatBytes } from '../../lib/bytes.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useStore } from '../../ui/hooks/use-store.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { PdfView } from './reader/pdf-view.tsx'
import classes from './report.module.css'
import { FileFromDisk } from './report-chooser.tsx'
import type { ReportState, ShelvedReport } from './report-shelf.ts'

interface ReportViewProps {
  name: string
  shelved: ShelvedReport
  /** The page that the address asks for. */
  page: number | undefined
  onPage: (page: number) => void
  onFront: () => void
  onFiles: (files: readonly File[]) => void
}

const Loading = ({
  name,
  loaded,
  total,
}: {
  name: string
  loaded: number
  total: number | null
}) => {
  const text =
    total === null
      ? `${formatBytes(loaded)} so far`
      : `${formatBytes(loaded)} of ${formatBytes(total)}`
  return (
    <Stack gap={8} p={16} maw={480} role="status">
      <span>
        Opening <bdi>{name}</bdi>
      </span>
      {total !== null && <ProgressBar label={name} value={loaded} max={total} text={text} />}
      <span className="quiet">{text}</span>
    </Stack>
  )
}

/** Asks for the password of a file. It is given to the file alone, and kept nowhere. */
const Password = ({ isWrong, give }: Extract<ReportState, { state: 'password' }>) => {
  const [password, setPassword] = useState('')
  const send = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (password !== '') give(password)
  }
  return (
    <form onSubmit={send} className={classes.password}>
      <Stack gap={12}>
        <p>This file is protected by a password. The vendor has it.</p>
        <PasswordInput
          label="Password of the file"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
          error={
            isWrong && password === '' ? 'This is not its password. Type it again.' : undefined
          }
          autoComplete="off"
          data-autofocus
        />
        <Group>
          <Button type="submit" size="xs" aria-disabled={password === ''}>
            Open
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** One report: on its way, refused, or open. */
export const ReportView = (props: ReportViewProps) => {
  const { name, shelved, page, onPage, onFront, onFiles } = props
  const state = useStore(shelved.state)
  switch (state.state) {
    case 'loading':
      return <Loading name={name} loaded={state.loaded} total={state.total} />
    case 'password':
      return <Password key={String(state.isWrong)} {...state} />
    case 'failed':
      return (
        <Box p={16} className={classes.scrolls}>
          <ErrorState
            sentence={state.sentence}
            requestId={state.requestId}
            onRetry={async () => shelved.retry()}
          />
          <FileFromDisk onFiles={onFiles} />
        </Box>
      )
    case 'open':
      return (
        <PdfView
          opened={state}
          place={shelved.place() ?? (page === undefined ? null : { page })}
          onPage={onPage}
          onFront={onFront}
          onLeave={shelved.leaveAt}
        />
      )
  }
}
