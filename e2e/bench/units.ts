/** The unit of a measurement; '' for a plain number. */
export type Unit = 's' | 'ms' | 'KB' | 'MB' | 'times' | ''

const DECIMALS: Readonly<Record<Unit, number>> = { s: 2, ms: 0, KB: 1, MB: 1, times: 2, '': 0 }

/** Formats a value without its unit, so that figures line up in a column. */
export const formatValue = (value: number, unit: Unit): string => {
  // A layout shift is a share far below 1.
  const isShare = unit === '' && value > 0 && value < 1
  const decimals = isShare ? 3 : DECIMALS[unit]
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
}
