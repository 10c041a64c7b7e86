import { useSyncExternalStore } from 'react'
import { localDay } from '../lib/dates.ts'

const CHECK_EVERY_MS = 60_000

const subscribe = (onChange: () => void): (() => void) => {
  const timer = setInterval(onChange, CHECK_EVERY_MS)
  return () => clearInterval(timer)
}

const today = (): string => localDay(new Date())

/** @returns the reader's calendar day; a page that stays open over midnight sees the next one */
export const useToday = (): string => useSyncExternalStore(subscribe, today)
