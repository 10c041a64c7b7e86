import { Text } from '@mantine/core'
import { useState } from 'react'
import { onKeys } from '../../../lib/keys.ts'
import classes from '../report.module.css'

interface PageBoxProps {
  /** The page in front, from 1. */
  page: number
  pageCount: number
  /** The printed numbers of the pages, where the file names them. */
  labels: readonly string[] | null
  onGo: (page: number) => void
}

/**
 * The page that a text means: by its number in the file or, where no page has that number, by the
 * number that is printed on it.
 * @returns undefined where it means none
 */
export const pageOf = (
  text: string,
  pageCount: number,
  labels: readonly string[] | null,
): number | undefined => {
  const wanted = text.trim()
  const number = Number(wanted)
  if (/^\d+$/.test(wanted) && number >= 1 && number <= pageCount) return number
  const at = labels?.findIndex((label) => label.toLowerCase() === wanted.toLowerCase()) ?? -1
  return at < 0 ? undefined : at + 1
}

/** Tells the page in front, and leads to another one. */
export const PageBox = ({ page, pageCount, labels, onGo }: PageBoxProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const label = labels?.[page - 1]
  const isPrinted = label !== undefined && label !== '' && label !== String(page)
  const go = (): void => {
    if (typed === null) return
    const wanted = pageOf(typed, pageCount, labels)
    setTyped(null)
    if (wanted !== undefined && wanted !== page) onGo(wanted)
  }
  return (
    <span className={classes.pageBox}>
      <input
        type="text"
        inputMode="text"
        aria-label="Page"
        title="Type the number of a page, or the one that is printed on it, then Enter."
        value={typed ?? String(page)}
        onChange={({ target }) => setTyped(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeys({ Enter: go })}
      />
      <Text span fz={13} c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        of {pageCount}
        {isPrinted && ` (printed ${label})`}
      </Text>
    </span>
  )
}
