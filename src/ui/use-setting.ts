import { useCallback, useSyncExternalStore } from 'react'

/** A choice of this browser's user that is off until it is made. */
export type Setting = 'autosave'

const keyOf = (setting: Setting): string => `countersign.setting.${setting}`
const listeners = new Set<() => void>()
/** What was chosen while the browser would not keep it. */
const unkept = new Map<Setting, boolean>()

const read = (setting: Setting): boolean => {
  try {
    return unkept.get(setting) ?? localStorage.getItem(keyOf(setting)) === 'on'
  } catch {
    return false
  }
}

const write = (setting: Setting, isOn: boolean): void => {
  try {
    localStorage.setItem(keyOf(setting), isOn ? 'on' : 'off')
    unkept.delete(setting)
  } catch {
    unkept.set(setting, isOn)
  }
  for (const listener of listeners) listener()
}

const subscribe = (onChange: () => void): (() => void) => {
  listeners.add(onChange)
  window.addEventListener('storage', onChange)
  return () => {
    listeners.delete(onChange)
    window.removeEventListener('storage', onChange)
  }
}

/** @returns whether a setting is on, in every tab alike, and the function to change it */
export const useSetting = (setting: Setting): [isOn: boolean, change: (isOn: boolean) => void] => [
  useSyncExternalStore(subscribe, () => read(setting)),
  useCallback((isOn: boolean) => write(setting, isOn), [setting]),
]
