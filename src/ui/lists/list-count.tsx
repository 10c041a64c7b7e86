import classes from './list-count.module.css'
import type { LoadedList } from './list-view.tsx'

interface ListCountProps {
  noun: { one: string; many: string }
  list: LoadedList<unknown>
  /** How many of its rows a search on this page leaves, where one is set. */
  found?: number | undefined
}

const format = (count: number): string => count.toLocaleString('en-GB')

/** The number found, which stands beside the heading and is read out when it changes. */
export const ListCount = ({ noun, list, found }: ListCountProps) => {
  const { rows, totalCount: total, isLoadingAll } = list
  const loaded = format(rows.length)
  const count = total === null ? `${loaded}+` : format(total)
  const amount = found === undefined ? count : `${format(found)} of ${count}`
  const name = total === 1 ? noun.one : noun.many
  return (
    <p role="status" className={classes.count}>
      {isLoadingAll
        ? `Loading ${loaded} of ${total === null ? 'all' : count} ${noun.many}…`
        : `${amount} ${name}`}
    </p>
  )
}
