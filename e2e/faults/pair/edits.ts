import type { Page } from '@playwright/test'
import type { Edit } from './story.ts'
import { type Analyst, type Ledger, wordsIn } from './words.ts'

/** The words that were there before, and that the present text lacks. */
const removedBy = (before: readonly string[], text: string): string[] => {
  const kept = new Set(wordsIn(text))
  return wordsIn(before.join('\n')).filter((word) => !kept.has(word))
}

/** A text that nobody else types. */
const textOf = ({ kind }: Edit, word: string): string =>
  kind === 'add' ? `Added ${word}` : kind === 'reword' ? `Reworded ${word}` : `Written ${word}`

const carryOut = (page: Page, edit: Edit, text: string): Promise<string[] | null> => {
  switch (edit.kind) {
    case 'write':
      return page.evaluate(
        ([name, typed, isExtended]) => globalThis.hands.write(name, typed, isExtended),
        [edit.name, text, edit.isExtended] as const,
      )
    case 'add':
      return page.evaluate(([list, typed]) => globalThis.hands.add(list, typed), [
        edit.list,
        text,
      ] as const)
    case 'reword':
      return page.evaluate(
        ([list, part, typed, isExtended]) => globalThis.hands.reword(list, part, typed, isExtended),
        [edit.list, edit.part, text, edit.isExtended] as const,
      )
    case 'remove':
    case 'moveUp':
    case 'tick':
      return page.evaluate(([kind, list, part]) => globalThis.hands[kind](list, part), [
        edit.kind,
        edit.list,
        edit.part,
      ] as const)
  }
}

/**
 * Changes the form, and notes the words that were typed and those that were removed.
 * @returns what was done, in words
 */
export const editForm = async (
  page: Page,
  edit: Edit,
  by: Analyst,
  ledger: Ledger,
): Promise<string> => {
  const word = ledger.next(by)
  const text = textOf(edit, word)
  const before = await carryOut(page, edit, text)
  const where = edit.kind === 'write' ? edit.name : edit.list.name
  if (before === null) return `${edit.kind} ${where}: not possible now`
  const isTyped = edit.kind === 'write' || edit.kind === 'add' || edit.kind === 'reword'
  if (isTyped) ledger.typed(word, by)
  const isExtended = 'isExtended' in edit && edit.isExtended
  const removed =
    edit.kind === 'moveUp' || edit.kind === 'tick' || isExtended
      ? []
      : removedBy(before, isTyped ? text : '')
  ledger.drop(removed, `${edit.kind} by ${by}`)
  return [
    edit.kind,
    where,
    isTyped ? word : '',
    removed.length > 0 ? `over ${removed.join(' ')}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
