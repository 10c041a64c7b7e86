/** Formats file sizes and durations. */

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const
const STEP = 1_000

/**
 * Formats a size in the largest unit that keeps it at or above one: "999 bytes", "1.2 MB".
 * @param bytes a whole number of bytes; anything that is not a size counts as zero
 */
export const formatBytes = (bytes: number): string => {
  let value = Number.isFinite(bytes) ? Math.max(0, Math.round(bytes)) : 0
  let unit = 0
  // 999,500 bytes would be rounded to "1,000 KB".
  while (unit < UNITS.length - 1 && value >= (unit === 0 ? STEP : STEP - 0.5)) {
    value /= STEP
    unit++
  }
  const amount = unit === 0 || value >= 99.95 ? Math.round(value) : Number(value.toFixed(1))
  return `${amount.toLocaleString('en')} ${unit === 0 && amount === 1 ? 'byte' : UNITS[unit]}`
}

/** Formats a duration in whole seconds or minutes: "8 s", "3 min". */
export const formatDuration = (seconds: number): string => {
  const whole = Math.max(1, Math.ceil(seconds))
  return whole < 100 ? `${whole} s` : `${Math.ceil(whole / 60)} min`
}
