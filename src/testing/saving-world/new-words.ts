import type { Act } from './story.ts'
import { LIST_PATHS, type ListPath, textField, type World } from './world.ts'

/** New texts for a form, each with a new token. */

export type Items = Record<string, unknown>[]
export const FIELDS = ['title', 'cpaFirm.cpaFirm', 'reportOpinion.followUpActivity'] as const

export const pick = <T>(from: readonly T[], part: number): T | undefined =>
  from[Math.floor(part * from.length)]

/** A new text with characters that services change. */
export const wordsOf = (world: World, { how }: Act): string => {
  const token = world.mint()
  return (
    pick([`Text ${token}`, `  ${token} `, `e\u0301 ${token}`, `${token}\r\nline`, token], how) ??
    token
  )
}

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

export const listOf = (act: Act): ListPath => pick(LIST_PATHS, act.which) ?? 'findings.findings'

/** The items with one reworded or extended. */
export const reword =
  (world: World, act: Act, isKept: boolean) =>
  (items: Items, index: number, path: ListPath): Items =>
    items.map((item, at) => {
      const field = textField(path)
      const before = isKept ? `${textIn(item[field])} ` : ''
      return at === index ? { ...item, [field]: `${before}${wordsOf(world, act)}` } : item
    })
