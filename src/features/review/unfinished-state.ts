import { pathLabel } from '../../domain/work/value-text.ts'
import type { Work } from '../../domain/work/work.ts'

/** A sentence about what an unfinished save has left in Drata. */
export const stateOf = ({ journal }: Work): string => {
  const emptied = journal.flatMap(({ clears, open }) =>
    clears.filter((path) => open.includes(path)),
  )
  const names = [...new Set(emptied)].map(pathLabel)
  return names.length > 0
    ? `In Drata ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} empty until the save is finished or undone.`
    : 'Part of it may have reached Drata.'
}
