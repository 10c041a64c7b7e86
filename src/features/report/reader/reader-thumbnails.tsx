import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import classes from '../report.module.css'

/** The width of a thumbnail, in CSS pixels. */
const WIDTH = 96

interface ThumbnailProps {
  pdf: PDFDocumentProxy
  page: number
  label: string
  isCurrent: boolean
  onGo: (page: number) => void
}

/** Draws a page small. @returns the function that stops it */
const drawPage = (pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement) => {
  let stop: () => void = () => undefined
  let isWanted = true
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number)
    if (!isWanted) return
    const scale = (WIDTH * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width
    const viewport = page.getViewport({ scale })
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    const task = page.render({ canvas, viewport })
    stop = () => task.cancel()
    await task.promise
  }
  // A page that cannot be drawn stays white; the reader says more about it.
  draw().catch(() => undefined)
  return () => {
    isWanted = false
    stop()
  }
}

const Thumbnail = ({ pdf, page, label, isCurrent, onGo }: ThumbnailProps) => {
  const button = useRef<HTMLButtonElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isInSight, setIsInSight] = useState(false)
  useEffect(() => {
    if (!button.current) return undefined
    const observer = new IntersectionObserver(
      ([entry]) => setIsInSight(entry?.isIntersecting ?? false),
      {
        rootMargin: '200px 0px',
      },
    )
    observer.observe(button.current)
    return () => observer.disconnect()
  }, [])
  useEffect(
    () => (isInSight && canvas.current ? drawPage(pdf, page, canvas.current) : undefined),
    [isInSight, pdf, page],
  )
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li>
      <button
        ref={button}
        type="button"
        aria-label={`Page ${label}`}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => onGo(page)}
      >
        {isInSight && <canvas ref={canvas} />}
        <span>{label}</span>
      </button>
    </li>
  )
}

interface ReaderThumbnailsProps {
  pdf: PDFDocumentProxy
  labels: readonly string[] | null
  page: number
  onGo: (page: number) => void
}

/** All pages, small. Only those in sight are drawn. */
export const ReaderThumbnails = ({ pdf, labels, page, onGo }: ReaderThumbnailsProps) => (
  <nav aria-label="Pages" className={classes.thumbnails}>
    <ol>
      {Array.from({ length: pdf.numPages }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <Thumbnail
          key={index}
          pdf={pdf}
          page={index + 1}
          label={labels?.[index] || String(index + 1)}
          isCurrent={page === index + 1}
          onGo={onGo}
        />
      ))}
    </ol>
  </nav>
)
