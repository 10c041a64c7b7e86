import { useCallback, useState } from 'react'

/**
 * What the filters show: the address's values, and at once what was just chosen, while the list for
 * it is still on its way.
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
