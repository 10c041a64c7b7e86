/** What a measurement is counted in; '' is a plain number. */
export type Unit = 's' | 'ms' | 'KB' | 'MB' | 'times' | ''

const DECIMALS: Readonly<Record<Unit, number>> = { s: 2, ms: 0, KB: 1, MB: 1, times: 2, '': 0 }

/** Says a value without its unit, in figures that line up in a column. */
export const formatValue = (value: number, unit: Unit): string => {
  // A layout shift is a share far below one.
  const isShare = unit === '' && value > 0 && value < 1
  const decimals = isShare ? 3 : DECIMALS[unit]
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
}
