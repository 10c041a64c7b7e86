import classes from './list-count.module.css'

interface ListCountProps {
  noun: { one: string; many: string }
  /** How many there are in all; null while that is not known. */
  total: number | null
  /** How many are loaded. */
  loaded: number
  /** How many of them a search on this page leaves, where one is set. */
  found?: number | undefined
  /** Whether all are being brought in. */
  isLoadingAll?: boolean
}

const format = (count: number): string => count.toLocaleString('en-GB')

/** The number found, which stands beside the heading and is read out when it changes. */
export const ListCount = ({ noun, total, loaded, found, isLoadingAll }: ListCountProps) => {
  const count = total === null ? `${format(loaded)}+` : format(total)
  const amount = found === undefined ? count : `${format(found)} of ${count}`
  const name = total === 1 ? noun.one : noun.many
  return (
    <p role="status" className={classes.count}>
      {isLoadingAll
        ? `Loading ${format(loaded)} of ${total === null ? 'all' : count} ${noun.many}…`
        : `${amount} ${name}`}
    </p>
  )
}
