import { localDay } from '../lib/dates.ts'
import { useEvery } from './use-every.ts'

const today = (): string => localDay(new Date())

/** @returns the reader's calendar day; a page that stays open over midnight sees the next one */
export const useToday = (): string => useEvery(60_000, today)
