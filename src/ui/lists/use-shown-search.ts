import { useCallback, useState } from 'react'

/**
 * The values that the filters show: those of the address, or immediately those just chosen, while
 * their list is still loading.
 *
 * @param search the address's values, the same object until they change
 * @param write puts a change into the address
 * @returns the values to show, and the function to change them with
 */
export const useShownSearch = <S extends object>(
  search: S,
  write: (change: Partial<S>) => void,
): [shown: S, change: (change: Partial<S>) => void] => {
  const [chosen, setChosen] = useState<Partial<S>>({})
  const [known, setKnown] = useState(search)
  if (search !== known) {
    setKnown(search)
    setChosen({})
  }
  const change = useCallback(
    (next: Partial<S>) => {
      setChosen((previous) => ({ ...previous, ...next }))
      write(next)
    },
    [write],
  )
  return [{ ...search, ...chosen }, change]
}
