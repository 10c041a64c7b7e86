import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import classes from '../report.module.css'

/** An entry of the outline. */
interface Entry {
  title: string
  dest: string | unknown[] | null
  items: Entry[]
}

interface ReaderOutlineProps {
  pdf: PDFDocumentProxy
  onGo: (destination: string | unknown[]) => void
}

const Entries = ({
  entries,
  onGo,
}: { entries: readonly Entry[] } & Pick<ReaderOutlineProps, 'onGo'>) => (
  <ul>
    {entries.map(({ title, dest, items }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: an outline does not change
      <li key={index}>
        <button type="button" disabled={dest === null} onClick={() => dest && onGo(dest)}>
          <bdi>{title}</bdi>
        </button>
        {items.length > 0 && <Entries entries={items} onGo={onGo} />}
      </li>
    ))}
  </ul>
)

/** The document's own table of contents. */
export const ReaderOutline = ({ pdf, onGo }: ReaderOutlineProps) => {
  const [entries, setEntries] = useState<readonly Entry[]>()
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      // A file with a broken outline is shown like one that has none.
      const outline = await pdf.getOutline().catch(() => [])
      if (isWanted) setEntries(outline ?? [])
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [pdf])
  return (
    <nav aria-label="Outline" className={classes.outline}>
      {entries?.length === 0 && <p className="quiet">This file has no outline.</p>}
      {entries && <Entries entries={entries} onGo={onGo} />}
    </nav>
  )
}
