// The viewer's components take pdf.js from a global that this import sets.
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist'
import 'pdfjs-dist/web/pdf_viewer.css'
import {
  EventBus,
  FindState,
  LinkTarget,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
} from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { QuotePart } from '../../../domain/evidence/suggestion.ts'
import { createStore, type Readable } from '../../../lib/store.ts'
import { createMarks, type ShownPage } from './quote-marks.ts'

/** A place in a document: a page, and perhaps a point on it in the units of the file. */
export interface Place {
  /** From 1. */
  page: number
  point?: { left: number; top: number }
}

export interface ReaderState {
  /** The page in front, from 1. */
  page: number
  /** 1 is the size of the paper on the screen. */
  scale: number
  /** Where the jumps so far came from and led to. */
  canGoBack: boolean
  canGoForward: boolean
  /** What the search found; null while nothing is searched for. */
  matches: { current: number; total: number; isSearching: boolean } | null
}

/** Shows a document, and walks in it. */
export interface PdfReader {
  state: Readable<ReaderState>
  /** Jumps to a page. */
  goToPage: (page: number) => void
  /** Turns to a page beside this one, which is no jump. */
  turnTo: (page: number) => void
  /** Jumps to a destination of the outline. */
  goTo: (destination: string | unknown[]) => void
  goBack: () => void
  goForward: () => void
  zoomIn: () => void
  zoomOut: () => void
  fitWidth: () => void
  /** Turns all pages clockwise by a quarter. */
  rotate: () => void
  /** Searches for a text from the place in front on; '' ends the search. */
  search: (text: string) => void
  nextMatch: () => void
  previousMatch: () => void
  /** Jumps to a quote and marks it. Nothing is marked where it cannot be placed. */
  showQuote: (quote: readonly QuotePart[]) => void
  /** Where the reader is, to come back to it. */
  place: () => Place
  destroy: () => void
}

interface ReaderOptions {
  /** Scrolls; it is positioned absolutely. */
  container: HTMLDivElement
  /** Holds the pages, within the container. */
  pages: HTMLDivElement
  pdf: PDFDocumentProxy
  labels: readonly string[] | null
  /** Where to begin. */
  place: Place | null
}

/** Tells of a jump before it happens. Links within the file come this way. */
class Links extends PDFLinkService {
  onJump: () => void = () => undefined
  override async goToDestination(destination: string | unknown[]): Promise<void> {
    this.onJump()
    await super.goToDestination(destination as never)
  }
}

/** Keeps the places that jumps came from. */
const createWay = (here: () => Place, go: (place: Place) => void, onChange: () => void) => {
  let [before, after]: [Place[], Place[]] = [[], []]
  const walk = (from: Place[], to: Place[]): void => {
    const place = from.pop()
    if (!place) return
    to.push(here())
    go(place)
    onChange()
  }
  return {
    /** Remembers this place, from which something jumps. */
    leave: () => {
      before.push(here())
      after = []
      onChange()
    },
    back: () => walk(before, after),
    forward: () => walk(after, before),
    canGoBack: () => before.length > 0,
    canGoForward: () => after.length > 0,
  }
}

/** What is needed of pdf.js' view of a page. The elements are in the order of the text's items. */
interface PageView {
  div: HTMLElement
  _textHighlighter?: { textDivs: readonly HTMLElement[] | null }
}

/** Where the upper left corner of the window is in the document. */
type ViewArea = { pageNumber: number; left: number; top: number }

const NO_MATCHES = { current: 0, total: 0, isSearching: true }

/** Makes the viewer of an open document. Few pages are mounted at a time, however many it has. */
export const createPdfReader = ({
  container,
  pages,
  pdf,
  labels,
  place: first,
}: ReaderOptions): PdfReader => {
  const abort = new AbortController()
  const eventBus = new EventBus()
  const links = new Links({
    eventBus,
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer',
  })
  const findController = new PDFFindController({ eventBus, linkService: links })
  const options = {
    container,
    viewer: pages,
    eventBus,
    linkService: links,
    findController,
    annotationMode: AnnotationMode.ENABLE,
    enableAutoLinking: false,
    removePageBorders: true,
    abortSignal: abort.signal,
  }
  const viewer = new PDFViewer(options)
  links.setViewer(viewer)

  const store = createStore<ReaderState>({
    page: first?.page ?? 1,
    scale: 1,
    canGoBack: false,
    canGoForward: false,
    matches: null,
  })
  const change = (part: Partial<ReaderState>): void =>
    store.setState({ ...store.getState(), ...part })

  let here: Place = first ?? { page: 1 }
  const show = ({ page, point }: Place): void =>
    viewer.scrollPageIntoView({
      pageNumber: page,
      ...(point && {
        destArray: [null, { name: 'XYZ' }, point.left, point.top, null],
        allowNegativeOffset: true,
      }),
    })
  const way = createWay(
    () => here,
    show,
    () => change({ canGoBack: way.canGoBack(), canGoForward: way.canGoForward() }),
  )
  links.onJump = way.leave

  /** pdf.js does not say what its events hold. */
  const listen = (name: string, act: (event: never) => void): void => eventBus.on(name, act)
  listen('pagesinit', () => {
    viewer.currentScaleValue = 'page-width'
    if (first) show(first)
  })
  listen('updateviewarea', ({ location: { pageNumber, left, top } }: { location: ViewArea }) => {
    here = { page: pageNumber, point: { left, top } }
  })
  listen('pagechanging', ({ pageNumber }: { pageNumber: number }) => change({ page: pageNumber }))
  listen('scalechanging', ({ scale }: { scale: number }) => change({ scale }))
  const onMatches = ({
    matchesCount,
    state,
  }: {
    matchesCount: { current: number; total: number }
    state?: number
  }): void => {
    const { matches } = store.getState()
    if (matches === null) return
    const isSearching = state === undefined ? matches.isSearching : state === FindState.PENDING
    change({ matches: { ...matchesCount, isSearching } })
  }
  listen('updatefindmatchescount', onMatches)
  listen('updatefindcontrolstate', onMatches)

  let searched = ''
  const find = (type: '' | 'again', findPrevious = false): void => {
    eventBus.dispatch('find', {
      source: container,
      type,
      query: searched,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious,
      matchDiacritics: false,
    })
  }

  viewer.setDocument(pdf)
  links.setDocument(pdf)
  if (labels) viewer.setPageLabels([...labels])
  // The container's width changes with the divider and the window; a page that fits it stays fitted.
  const watch = new ResizeObserver(() => {
    if (isHidden()) return
    if (viewer.currentScaleValue === 'page-width') viewer.currentScaleValue = 'page-width'
    showAwaited()
  })
  watch.observe(container)

  const shownPage = (page: number): ShownPage | null => {
    const view = viewer.getPageView(page - 1) as PageView | undefined
    const isThere = view?.div.querySelector('.textLayer .endOfContent') ?? null
    const lines = view?._textHighlighter?.textDivs
    return view && isThere && lines ? { element: view.div, lines } : null
  }
  const marks = createMarks(container, shownPage)
  // A page is drawn anew after a zoom, and the search takes the words of a page apart.
  for (const event of ['pagerendered', 'textlayerrendered', 'updatetextlayermatches'])
    listen(event, marks.draw)
  /** Where form and report take turns, nothing can be scrolled to while the form is in front. */
  const isHidden = (): boolean => container.offsetParent === null
  let awaited: readonly QuotePart[] | null = null
  const showAwaited = (): void => {
    const [first] = awaited ?? []
    if (!first || isHidden()) return
    viewer.scrollPageIntoView({ pageNumber: first.page })
    markAwaited()
  }
  const markAwaited = (): void => {
    const [first] = awaited ?? []
    if (!awaited || !first || !shownPage(first.page)) return
    marks.mark(awaited)
    awaited = null
  }
  listen('textlayerrendered', markAwaited)

  return {
    state: store,
    goToPage: (page) => {
      way.leave()
      viewer.currentPageNumber = page
    },
    turnTo: (page) => {
      viewer.currentPageNumber = page
    },
    goTo: (destination) => void links.goToDestination(destination),
    goBack: way.back,
    goForward: way.forward,
    zoomIn: () => viewer.increaseScale(),
    zoomOut: () => viewer.decreaseScale(),
    fitWidth: () => {
      viewer.currentScaleValue = 'page-width'
    },
    rotate: () => {
      viewer.pagesRotation = (viewer.pagesRotation + 90) % 360
    },
    search: (text) => {
      searched = text
      change({ matches: text === '' ? null : NO_MATCHES })
      if (text === '') eventBus.dispatch('findbarclose', { source: container })
      else find('')
    },
    nextMatch: () => find('again'),
    previousMatch: () => find('again', true),
    showQuote: (quote) => {
      const [first] = quote
      if (!first) return
      way.leave()
      marks.clear()
      awaited = quote
      showAwaited()
    },
    place: () => here,
    destroy: () => {
      marks.clear()
      watch.disconnect()
      viewer.setDocument(null)
      links.setDocument(null)
      abort.abort()
    },
  }
}
