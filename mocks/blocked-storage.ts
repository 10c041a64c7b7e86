/**
 * Where storage is blocked, a browser throws as soon as MSW looks for it, which MSW does on import.
 * Such a page gets a storage that lasts as long as the page. Import this file before MSW.
 */

const isBlocked = (): boolean => {
  try {
    return typeof window.localStorage.getItem !== 'function'
  } catch {
    return true
  }
}

/** @returns a storage in memory, which is lost with the page */
export const fleetingStorage = (): Storage => {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    key: (index) => [...values.keys()][index] ?? null,
    clear: () => values.clear(),
    get length() {
      return values.size
    },
  }
}

if (typeof window !== 'undefined' && isBlocked())
  Object.defineProperty(window, 'localStorage', { value: fleetingStorage() })
