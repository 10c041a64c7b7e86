import { useSyncExternalStore } from 'react'
import type { Readable } from '../../lib/store.ts'

/** @returns the state of a store, kept up to date */
export const useStore = <T>({ subscribe, getState }: Readable<T>): T =>
  useSyncExternalStore(subscribe, getState)
