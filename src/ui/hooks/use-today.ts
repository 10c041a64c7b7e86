import { localDay } from '../../lib/dates.ts'
import { useEvery } from './use-every.ts'

const today = (): string => localDay(new Date())

/** @returns the reader's calendar day; it changes at midnight while the page stays open */
export const useToday = (): string => useEvery(60_000, today)
