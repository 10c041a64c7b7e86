import { Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { onKeys } from '../../../lib/keys.ts'
import { RemoveIcon } from '../../../ui/icons.tsx'
import classes from '../report.module.css'
import type { PdfReader, ReaderState } from './pdf-reader.ts'
import { ReaderButton } from './reader-button.tsx'
import { NextIcon, PreviousIcon } from './reader-icons.tsx'

interface ReaderSearchProps {
  reader: PdfReader
  matches: ReaderState['matches']
  onClose: () => void
}

const outcomeOf = (matches: ReaderState['matches']): string => {
  if (matches === null) return ''
  const { current, total, isSearching } = matches
  if (total > 0) return `${current} of ${total}`
  return isSearching ? 'Searching…' : 'Not found'
}

/** Finds words in the document. */
export const ReaderSearch = ({ reader, matches, onClose }: ReaderSearchProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    input.current?.focus()
    return () => reader.search('')
  }, [reader])
  return (
    <div
      role="search"
      className={classes.search}
      onKeyDown={onKeys({
        Escape: onClose,
        Enter: () => reader.nextMatch(),
        'Shift+Enter': () => reader.previousMatch(),
      })}
    >
      <input
        ref={input}
        type="search"
        aria-label="Search in the report"
        placeholder="Search in the report"
        value={text}
        maxLength={200}
        onChange={({ target: { value } }) => {
          setText(value)
          reader.search(value)
        }}
      />
      <Text span role="status" fz={13} c="dimmed" miw={80}>
        {outcomeOf(matches)}
      </Text>
      <ReaderButton label="Previous match" icon={<PreviousIcon />} onClick={reader.previousMatch} />
      <ReaderButton label="Next match" icon={<NextIcon />} onClick={reader.nextMatch} />
      <ReaderButton label="Close the search" icon={<RemoveIcon />} onClick={onClose} />
    </div>
  )
}
