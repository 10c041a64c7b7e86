import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import { createStore, type Readable } from '../../lib/store.ts'
import { useStore } from '../hooks/use-store.ts'

/** A place on a page that another part of the page fills. */
export interface Slot {
  /** The empty place. */
  place: ReactNode
  /** Puts something into the place. */
  fill: (content: ReactNode) => ReactNode
}

interface SlotContentProps {
  /** The element of the place; null while it is not mounted. */
  element: Readable<HTMLElement | null>
  children: ReactNode
}

const SlotContent = ({ element, children }: SlotContentProps) => {
  const place = useStore(element)
  return place && createPortal(children, place)
}

const createSlot = (): Slot => {
  const element = createStore<HTMLElement | null>(null)
  return {
    // What is in it stands as if it were there without a place.
    place: <div ref={element.setState} style={{ display: 'contents' }} />,
    fill: (content) => <SlotContent element={element}>{content}</SlotContent>,
  }
}

/**
 * A place that is rendered before what belongs into it, and in another part of the tree: a page's bar is
 * painted before the form exists whose buttons it holds.
 */
export const useSlot = (): Slot => useState(createSlot)[0]
