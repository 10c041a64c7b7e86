import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { quoteDisplay } from '../../../editing/evidence/report-reading.ts'
import { onKeys } from '../../../lib/keys.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'
import classes from '../report.module.css'
import type { OpenedPdf } from '../report-shelf.ts'
import { useReading } from '../use-reading.ts'
import { createPdfReader, type PdfReader, type Place } from './pdf-reader.ts'
import { ReaderBar, type SidePanel } from './reader-bar.tsx'
import { ReaderOutline } from './reader-outline.tsx'
import { ReaderSearch } from './reader-search.tsx'
import { ReaderThumbnails } from './reader-thumbnails.tsx'

interface PdfViewProps {
  opened: OpenedPdf
  /** Where to begin. */
  place: Place | null
  /** Called when another page is in front, a moment after the scrolling. */
  onPage: (page: number) => void
  /** Called when the form sends the user here, where the two take turns. */
  onFront: () => void
  /** Called with the place where the reader is left. */
  onLeave: (place: Place) => void
}

/** Milliseconds without another page until the address says which page is in front. */
const SETTLED_MS = 400

interface ReaderFrameProps extends Pick<PdfViewProps, 'opened' | 'onPage' | 'onFront'> {
  reader: PdfReader
}

/** The bar, and what opens beside the pages. */
const ReaderFrame = (props: ReaderFrameProps) => {
  const { reader, opened, onPage, onFront } = props
  const { pdf, labels } = opened
  const state = useStore(reader.state)
  const [panel, setPanel] = useState<SidePanel>(null)
  const [isSearching, setIsSearching] = useState(false)
  const { page } = state
  const settle = useEffectEvent(onPage)
  const bring = useEffectEvent(onFront)
  useEffect(() => {
    const timer = setTimeout(() => settle(page), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [page])
  useEffect(() => {
    const { setState } = quoteDisplay()
    setState((quote) => {
      bring()
      reader.showQuote(quote)
    })
    return () => setState(null)
  }, [reader])
  return (
    <>
      <ReaderBar
        reader={reader}
        state={state}
        pageCount={pdf.numPages}
        labels={labels}
        panel={panel}
        onPanel={setPanel}
        isSearching={isSearching}
        onSearch={() => setIsSearching(!isSearching)}
      />
      {isSearching && (
        <ReaderSearch
          reader={reader}
          matches={state.matches}
          onClose={() => setIsSearching(false)}
        />
      )}
      {panel === 'outline' && <ReaderOutline pdf={pdf} onGo={reader.goTo} />}
      {panel === 'pages' && (
        <ReaderThumbnails pdf={pdf} labels={labels} page={page} onGo={reader.goToPage} />
      )}
    </>
  )
}

/** The pages of an open document, with the reader's bar. */
export const PdfView = ({ opened, place, onPage, onFront, onLeave }: PdfViewProps) => {
  const container = useRef<HTMLDivElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const [reader, setReader] = useState<PdfReader | null>(null)
  useReading(opened)
  const leave = useEffectEvent(onLeave)
  const start = useEffectEvent(() => place)
  const { pdf, labels } = opened
  useEffect(() => {
    if (!container.current || !pages.current) return undefined
    const made = createPdfReader({
      container: container.current,
      pages: pages.current,
      pdf,
      labels,
      place: start(),
    })
    setReader(made)
    return () => {
      leave(made.place())
      setReader(null)
      made.destroy()
    }
  }, [pdf, labels])
  const onKeyDown = onKeys({
    'Alt+ArrowLeft': () => reader?.goBack(),
    'Alt+ArrowRight': () => reader?.goForward(),
    'Mod++': () => reader?.zoomIn(),
    'Mod+=': () => reader?.zoomIn(),
    'Mod+-': () => reader?.zoomOut(),
    'Mod+0': () => reader?.fitWidth(),
  })
  return (
    <div role="presentation" className={classes.reader} onKeyDown={onKeyDown}>
      {reader && <ReaderFrame reader={reader} opened={opened} onPage={onPage} onFront={onFront} />}
      <div className={classes.stage}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <div
          ref={container}
          className={classes.scroller}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
          tabIndex={0}
          role="region"
          aria-label={`Pages of ${opened.file.name}`}
        >
          <div ref={pages} className="pdfViewer" />
        </div>
      </div>
    </div>
  )
}
