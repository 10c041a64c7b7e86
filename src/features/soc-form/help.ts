import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'

/** Where to find an answer in a report, and what to beware of. */
export interface Help {
  /** What the text is about: a field or a section. */
  about: string
  text: string
}

/** The help for what had the focus last; null before anything had it. */
export const shownHelp = service(() => createStore<Help | null>(null))
