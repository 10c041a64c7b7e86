import { expect, vi } from 'vitest'

/**
 * Time zones from the first to the last on earth, with and without summer time, some offset oddly.
 */
export const ZONES = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Los_Angeles',
  'America/St_Johns',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
] as const

const nameOf = (options?: { timeZone: string }): string =>
  new Intl.DateTimeFormat('en', options).resolvedOptions().timeZone

/**
 * Imports a module in another time zone: date formats keep the zone that they were created in. Undo
 * with `vi.unstubAllEnvs()`.
 */
export const inZone = async <M>(zone: string, load: () => Promise<M>): Promise<M> => {
  vi.stubEnv('TZ', zone)
  vi.resetModules()
  expect(nameOf()).toBe(nameOf({ timeZone: zone }))
  return load()
}
