import { Group, Text } from '@mantine/core'
import { PlusIcon } from '../../../ui/icons.tsx'
import classes from '../report.module.css'
import { PageBox } from './page-box.tsx'
import type { PdfReader, ReaderState } from './pdf-reader.ts'
import { ReaderButton } from './reader-button.tsx'
import {
  BackIcon,
  FitIcon,
  ForwardIcon,
  NextIcon,
  OutlineIcon,
  PagesIcon,
  PreviousIcon,
  RotateIcon,
  SearchIcon,
  SmallerIcon,
} from './reader-icons.tsx'

/** What the reader shows beside the pages. */
export type SidePanel = 'outline' | 'pages' | null

interface ReaderBarProps {
  reader: PdfReader
  state: ReaderState
  pageCount: number
  labels: readonly string[] | null
  panel: SidePanel
  onPanel: (panel: SidePanel) => void
  isSearching: boolean
  onSearch: () => void
}

/** The buttons of the reader. */
export const ReaderBar = (props: ReaderBarProps) => {
  const { reader, state, pageCount, labels, panel, onPanel, isSearching, onSearch } = props
  const { page, scale, canGoBack, canGoForward } = state
  const toggle = (one: SidePanel) => () => onPanel(panel === one ? null : one)
  return (
    <Group gap="4px 12px" px={8} py={4} role="toolbar" aria-label="Report" className={classes.bar}>
      <Group gap={2} wrap="nowrap">
        <ReaderButton
          label="Outline"
          icon={<OutlineIcon />}
          isOpen={panel === 'outline'}
          onClick={toggle('outline')}
        />
        <ReaderButton
          label="Pages"
          icon={<PagesIcon />}
          isOpen={panel === 'pages'}
          onClick={toggle('pages')}
        />
        <ReaderButton
          label="Search in the report"
          icon={<SearchIcon />}
          isOpen={isSearching}
          onClick={onSearch}
        />
      </Group>
      <Group gap={2} wrap="nowrap">
        <ReaderButton
          label="Previous page"
          icon={<PreviousIcon />}
          isDisabled={page <= 1}
          onClick={() => reader.turnTo(page - 1)}
        />
        <ReaderButton
          label="Next page"
          icon={<NextIcon />}
          isDisabled={page >= pageCount}
          onClick={() => reader.turnTo(page + 1)}
        />
        <PageBox page={page} pageCount={pageCount} labels={labels} onGo={reader.goToPage} />
      </Group>
      <Group gap={2} wrap="nowrap">
        <ReaderButton
          label="Back to where the jump began"
          icon={<BackIcon />}
          isDisabled={!canGoBack}
          onClick={reader.goBack}
        />
        <ReaderButton
          label="Forward again"
          icon={<ForwardIcon />}
          isDisabled={!canGoForward}
          onClick={reader.goForward}
        />
      </Group>
      <Group gap={2} wrap="nowrap">
        <ReaderButton label="Smaller" icon={<SmallerIcon />} onClick={reader.zoomOut} />
        <Text span fz={13} c="dimmed" ta="center" miw={40}>
          {Math.round(scale * 100)}%
        </Text>
        <ReaderButton label="Larger" icon={<PlusIcon />} onClick={reader.zoomIn} />
        <ReaderButton label="Fit the width" icon={<FitIcon />} onClick={reader.fitWidth} />
        <ReaderButton label="Rotate" icon={<RotateIcon />} onClick={reader.rotate} />
      </Group>
    </Group>
  )
}
