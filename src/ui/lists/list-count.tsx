import type { LoadedList } from './list-view.tsx'

interface ListCountProps {
  noun: { one: string; many: string }
  list: LoadedList<unknown>
  /** How many rows match the search on this page, if there is one. */
  found?: number | undefined
}

const format = (count: number): string => count.toLocaleString('en-GB')

/** The number of rows, shown beside the heading and announced when it changes. */
export const ListCount = ({ noun, list, found }: ListCountProps) => {
  const { rows, totalCount: total, isLoadingAll } = list
  if (list.failure) return null
  const loaded = format(rows.length)
  const count = total === null ? `${loaded}+` : format(total)
  const amount = found === undefined ? count : `${format(found)} of ${count}`
  const name = total === 1 ? noun.one : noun.many
  return (
    <p role="status" className="quiet">
      {list.isPending || list.isPrevious
        ? `Loading ${noun.many}…`
        : isLoadingAll
          ? `Loading ${loaded} of ${total === null ? 'all' : count} ${noun.many}…`
          : `${amount} ${name}`}
    </p>
  )
}
