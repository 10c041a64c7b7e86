import { useEffect, useEffectEvent } from 'react'
import { listenToPageKeys } from '../../lib/key-listeners.ts'
import type { KeyTable } from '../../lib/keys.ts'

/**
 * Carries out an action on a key, wherever on the page the focus is, unless a dialog is open.
 * @param chord the key with its modifiers, as in `KeyTable`
 */
export const usePageKey = (chord: string, action: () => void): void => {
  const act = useEffectEvent(action)
  useEffect(() => {
    const table: KeyTable = { [chord]: () => act() }
    return listenToPageKeys(table)
  }, [chord])
}
