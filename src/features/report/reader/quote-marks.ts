import type { QuotePart, QuoteRange } from '../../../domain/evidence/suggestion.ts'
import classes from '../report.module.css'

/** The name of the highlight in `::highlight()`. */
const HIGHLIGHT = 'cs-quote'

/** Makes a range of the letters from one place of an element's text to another. */
const rangeIn = (element: HTMLElement, start: number, end: number): Range | null => {
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let passed = 0
  let hasStart = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (!hasStart && start < passed + length) {
      range.setStart(node, start - passed)
      hasStart = true
    }
    if (hasStart && end <= passed + length) {
      range.setEnd(node, end - passed)
      return range
    }
    passed += length
  }
  return null
}

/**
 * The ranges of a quote in the text of its page.
 * @param lines the elements of the page's text items, in their order
 * @returns [] if one of them cannot be placed: a wrong mark is worse than none
 */
const rangesOf = (lines: readonly HTMLElement[], places: readonly QuoteRange[]): Range[] => {
  const ranges = places.map(({ item, start, end }) => {
    const line = lines[item]
    return line ? rangeIn(line, start, end) : null
  })
  return ranges.every((range) => range !== null) ? ranges : []
}

/** A bar beside the marked lines, since colour alone is no sign. Its place is relative to the page. */
const barBeside = (page: HTMLElement, ranges: readonly Range[]): HTMLElement => {
  const frame = page.getBoundingClientRect()
  const boxes = ranges.map((range) => range.getBoundingClientRect())
  const top = Math.min(...boxes.map((box) => box.top)) - frame.top
  const bottom = Math.max(...boxes.map((box) => box.bottom)) - frame.top
  const left = Math.min(...boxes.map((box) => box.left)) - frame.left
  const bar = document.createElement('div')
  bar.className = classes.mark ?? ''
  bar.style.top = `${(top / frame.height) * 100}%`
  bar.style.height = `${((bottom - top) / frame.height) * 100}%`
  bar.style.insetInlineStart = `max(2px, calc(${(left / frame.width) * 100}% - 10px))`
  return bar
}

/** A page on the screen, with the elements of its text. */
export interface ShownPage {
  element: HTMLElement
  lines: readonly HTMLElement[]
}

/**
 * Marks quotes on the pages that are mounted.
 * @param scroller what scrolls the pages
 * @param shown the page with this number, if its text is there
 */
export const createMarks = (scroller: HTMLElement, shown: (page: number) => ShownPage | null) => {
  let marked: readonly QuotePart[] = []
  let bars: HTMLElement[] = []

  /** Marks anew, where a page was mounted again or the search has taken its text apart. */
  const draw = (): void => {
    for (const bar of bars) bar.remove()
    bars = []
    const all: Range[] = []
    for (const { page, ranges: places } of marked) {
      const there = shown(page)
      const ranges = there ? rangesOf(there.lines, places) : []
      if (!there || ranges.length === 0) continue
      const bar = barBeside(there.element, ranges)
      there.element.append(bar)
      bars.push(bar)
      all.push(...ranges)
    }
    if ('highlights' in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(...all))
  }

  return {
    /** Marks this quote and nothing else, and scrolls to its beginning. */
    mark: (quote: readonly QuotePart[]): void => {
      marked = quote
      draw()
      const [first] = bars
      if (!first) return
      // The window stays where it is, which scrollIntoView would scroll too.
      const frame = scroller.getBoundingClientRect()
      const top = first.getBoundingClientRect().top - frame.top - frame.height / 2
      scroller.scrollBy({ top, behavior: 'instant' })
    },
    draw,
    clear: (): void => {
      marked = []
      draw()
    },
  }
}
