import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { ChevronDown } from '../icons.tsx'
import { Popup } from '../popup.tsx'
import classes from './filters.module.css'

interface FilterPopupProps {
  label: string
  /** The chosen values as text; empty if there are none. */
  summary: string
  /** Called each time it opens, before it shows. */
  onOpen?: () => void
  children: ReactNode
}

/** A button that shows a filter's value and opens its choices. */
export const FilterPopup = ({ label, summary, onOpen, children }: FilterPopupProps) => (
  <Popup
    label={summary ? `${label}: ${summary}` : label}
    buttonClassName={classes.filter}
    onOpen={onOpen}
    content={
      <>
        <Text span inherit c="dimmed" flex="none">
          {label}
        </Text>
        {summary && <strong className="cut">{summary}</strong>}
        <ChevronDown />
      </>
    }
  >
    <Stack gap={8} miw={180} className={classes.options}>
      {children}
    </Stack>
  </Popup>
)
