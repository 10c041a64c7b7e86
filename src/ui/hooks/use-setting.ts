import { useCallback, useSyncExternalStore } from 'react'
import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'

/** A user setting of this browser, and how it is stored. */
export interface Setting<T extends boolean | number> {
  name: string
  /** @param kept the stored text, which may be anything; null if nothing was chosen yet */
  read: (kept: string | null) => T
}

/** Whether edits are saved automatically. Off by default. */
export const AUTOSAVE: Setting<boolean> = { name: 'autosave', read: (kept) => kept === 'true' }

/** Whether rows and fields stand closer together. */
export const COMPACT: Setting<boolean> = { name: 'compact', read: (kept) => kept === 'true' }

/** The gateways' limit for one request, in megabytes. */
export const LARGEST_FILE_MB = 200

/** The user's limit for one file, in megabytes. */
export const FILE_LIMIT_MB: Setting<number> = {
  name: 'file-limit-mb',
  read: (kept) =>
    kept !== null && Number(kept) > 0 ? Math.min(LARGEST_FILE_MB, Number(kept)) : 100,
}

/** What the keys of all settings begin with. */
export const SETTINGS = 'countersign.setting.'

const keyOf = (name: string): string => SETTINGS + name
/** Values that the browser refused to store. */
const unkept = service(() => createStore<ReadonlyMap<string, string>>(new Map()))

const kept = (name: string): string | null => {
  try {
    return unkept().getState().get(name) ?? localStorage.getItem(keyOf(name))
  } catch {
    return null
  }
}

const write = (name: string, value: string): void => {
  const { getState, setState } = unkept()
  const next = new Map(getState())
  try {
    localStorage.setItem(keyOf(name), value)
    next.delete(name)
  } catch {
    next.set(name, value)
  }
  // Another one each time: the browser tells other tabs alone of what it keeps.
  setState(next)
}

const subscribe = (onChange: () => void): (() => void) => {
  const stop = unkept().subscribe(onChange)
  window.addEventListener('storage', onChange)
  return () => {
    stop()
    window.removeEventListener('storage', onChange)
  }
}

/** @returns the setting's value, in sync across tabs, and the function to change it */
export const useSetting = <T extends boolean | number>(
  setting: Setting<T>,
): [value: T, change: (value: T) => void] => [
  useSyncExternalStore(subscribe, () => setting.read(kept(setting.name))),
  useCallback((value: T) => write(setting.name, String(value)), [setting]),
]
