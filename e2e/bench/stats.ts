/** The summary of a series of measurements. */
export interface Summary {
  median: number
  min: number
  max: number
}

const ascending = (values: readonly number[]): number[] =>
  values.toSorted((one, other) => one - other)

/**
 * The smallest of the values that at least this share of all values does not exceed.
 * @param share above 0, up to 1
 * @returns NaN where there are no values
 */
export const quantile = (values: readonly number[], share: number): number =>
  ascending(values)[Math.ceil(values.length * share) - 1] ?? Number.NaN

/** The median and the ends of a series; NaN where it is empty. */
export const summaryOf = (values: readonly number[]): Summary => {
  const sorted = ascending(values)
  const at = (index: number): number => sorted[index] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  }
}
