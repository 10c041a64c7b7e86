/**
 * What an analyst sees and does in a page. Each function runs in one go, so that no save can change
 * a text between a look at it and typing over it. {@link installHands} runs in the page and must
 * not refer to anything outside it.
 */

/** A list of the form, in the names that the page uses. */
export interface PageList {
  /** The beginning of the names of its fields. */
  name: string
  /** The field of an item that holds its text. */
  key: string
  noun: string
}

/**
 * A conflict as the dialog shows it: its rows, with the versions "started from", theirs and mine.
 */
export interface ShownConflict {
  place: string
  choices: string[]
  rows: { base: string; theirs: string; mine: string }[]
}

/** What the page shows about saving. */
export interface Look {
  /** The page's state of saving; null where there is no form. */
  state: string | null
  conflicts: ShownConflict[]
  alerts: { text: string; buttons: string[] }[]
  hasDialog: boolean
  /** The controls that a page offers where something could not be loaded. */
  waysOn: string[]
}

/** A moment at which the page said "Saved", and the texts in its form. */
export interface SavedMoment {
  at: number
  texts: string[]
}

export interface Hands {
  look: () => Look
  /** The texts that can be edited, by the names of their fields. */
  texts: () => Record<string, string>
  /** All text of the page. */
  everything: () => string
  /** Each act returns the texts that it removed; null where it could not be done. */
  write: (name: string, text: string, isExtended: boolean) => string[] | null
  add: (list: PageList, text: string) => Promise<string[] | null>
  reword: (list: PageList, part: number, text: string, isExtended: boolean) => string[] | null
  remove: (list: PageList, part: number) => string[] | null
  moveUp: (list: PageList, part: number) => string[] | null
  tick: (list: PageList, part: number) => string[] | null
  /**
   * Chooses for each conflict, and presses "Save". Returns false where the conflicts differ from
   * those that were shown.
   */
  decide: (shown: readonly ShownConflict[], choices: readonly string[]) => Promise<boolean>
}

declare global {
  var hands: Hands
  var noteSaved: (moment: SavedMoment) => Promise<void>
}

export const installHands = (): void => {
  const STANDS_MS = 300
  const all = <T extends Element>(selector: string, within: ParentNode = document): T[] => [
    ...within.querySelectorAll<T>(selector),
  ]
  const textOf = (element: Element | null | undefined): string => element?.textContent?.trim() ?? ''
  const fields = (): HTMLTextAreaElement[] => all('textarea[name]')
  const texts = (): Record<string, string> =>
    Object.fromEntries(
      fields()
        .filter(({ name }) => !name.endsWith('.stateOrCountry'))
        .map(({ name, value }) => [name, value]),
    )
  const dialogs = (): Element[] => all('[role="dialog"]')
  const stateNow = (): string | null => {
    const [state] = all('[role="status"][aria-label="Saving"]')
    return state ? textOf(state) : null
  }
  const canType = (): boolean => stateNow() !== null && dialogs().length === 0
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)

  const put = (field: HTMLTextAreaElement, text: string): void => {
    field.focus()
    field.select()
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else sends the events of typing
    document.execCommand('insertText', false, text)
  }
  const rewrite = (field: HTMLTextAreaElement, text: string, isExtended: boolean): string[] => {
    const before = field.value
    put(field, isExtended ? `${before} ${text}`.trim() : text)
    return [before]
  }
  const rowsOf = ({ name, key }: PageList): HTMLTextAreaElement[] =>
    fields().filter((field) => field.name.startsWith(`${name}.`) && field.name.endsWith(`.${key}`))
  const pickRow = (
    list: PageList,
    part: number,
  ): { field: HTMLTextAreaElement; row: Element } | undefined => {
    const rows = canType() ? rowsOf(list) : []
    const field = rows[Math.floor(part * rows.length)]
    const row = field?.closest('[data-row]')
    return field && row ? { field, row } : undefined
  }

  const conflictsIn = (dialog: Element): ShownConflict[] =>
    all('[role="radiogroup"]', dialog).map((group) => ({
      place: group.getAttribute('aria-label') ?? '',
      choices: all('label', group).map(textOf),
      rows: all('tbody tr', group).map((row) => {
        const [base, theirs, mine] = all('td', row).map(textOf)
        return { base: base ?? '', theirs: theirs ?? '', mine: mine ?? '' }
      }),
    }))

  globalThis.hands = {
    texts,
    everything: () => [document.body.innerText, ...Object.values(texts())].join('\n'),
    look: () => ({
      // The fields render a moment after the rest.
      state: fields().length > 0 ? stateNow() : null,
      conflicts: dialogs().flatMap(conflictsIn),
      alerts: all('[role="alert"]').map((alert) => ({
        text: textOf(alert),
        buttons: all<HTMLButtonElement>('button', alert)
          .filter(({ disabled }) => !disabled)
          .map(textOf),
      })),
      hasDialog: dialogs().length > 0,
      waysOn: all('main a, main button')
        .map(textOf)
        .filter((text) => ['Go to Reviews', 'Reload the page', 'Try again'].includes(text)),
    }),
    write: (name, text, isExtended) => {
      const field = canType() ? fields().find((other) => other.name === name) : undefined
      return field ? rewrite(field, text, isExtended) : null
    },
    add: async (list, text) => {
      const [button] = canType()
        ? all('button').filter((one) => textOf(one) === `Add ${list.noun}`)
        : []
      if (!button) return null
      ;(button as HTMLButtonElement).click()
      for (let frames = 0; frames < 20; frames++) {
        await frame()
        const blank = canType() ? rowsOf(list).findLast(({ value }) => value === '') : undefined
        if (!blank) continue
        put(blank, text)
        return []
      }
      return null
    },
    reword: (list, part, text, isExtended) => {
      const picked = pickRow(list, part)
      return picked ? rewrite(picked.field, text, isExtended) : null
    },
    remove: (list, part) => {
      const { row } = pickRow(list, part) ?? {}
      const [button] = row ? all<HTMLButtonElement>('button[aria-label^="Remove "]', row) : []
      if (!row || !button) return null
      const removed = all<HTMLTextAreaElement>('textarea', row).map(({ value }) => value)
      button.click()
      return removed
    },
    moveUp: (list, part) => {
      const { row } = pickRow(list, part) ?? {}
      const [handle] = row ? all<HTMLButtonElement>('[data-handle]', row) : []
      if (!handle) return null
      handle.focus()
      handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }))
      return []
    },
    tick: (list, part) => {
      const { row } = pickRow(list, part) ?? {}
      const [box] = row ? all<HTMLInputElement>('input[type="checkbox"]', row) : []
      if (!box) return null
      box.click()
      return []
    },
    decide: async (shown, choices) => {
      const [dialog] = dialogs()
      if (!dialog || JSON.stringify(conflictsIn(dialog)) !== JSON.stringify(shown)) return false
      for (const [index, group] of all('[role="radiogroup"]', dialog).entries()) {
        const label = all<HTMLLabelElement>('label', group).find(
          (one) => textOf(one) === choices[index],
        )
        label?.control?.click()
        await frame()
      }
      const [save] = all<HTMLButtonElement>('button', dialog).filter(
        (one) => textOf(one) === 'Save',
      )
      if (!save || save.disabled || JSON.stringify(conflictsIn(dialog)) !== JSON.stringify(shown))
        return false
      save.click()
      return true
    },
  }

  let said: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Notes "Saved" once it has stayed for a while, over the same texts. */
  const noteOnceItStands = (): void => {
    const before = Object.values(texts())
    timer = setTimeout(() => {
      const now = Object.values(texts())
      if (now.join('\n') === before.join('\n'))
        void globalThis.noteSaved({ at: Date.now(), texts: now })
      else noteOnceItStands()
    }, STANDS_MS)
  }
  const watch = (): void => {
    const state = stateNow()
    if (state === said) return
    said = state
    clearTimeout(timer)
    if (state === 'Saved') noteOnceItStands()
  }
  new MutationObserver(watch).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  })
}
