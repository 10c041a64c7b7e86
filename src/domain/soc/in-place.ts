import type { SocItem } from './form-fields.ts'

/** How many of the user controls of a list are in place. An answer that is missing counts as no. */
export const inPlaceCount = (controls: readonly SocItem[]): number =>
  controls.filter(({ inPlace }) => inPlace === true).length

/** "15 of 20 in place". */
export const inPlaceText = (controls: readonly SocItem[]): string =>
  `${inPlaceCount(controls)} of ${controls.length} in place`
