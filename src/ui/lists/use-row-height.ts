import { NARROW, useMediaQuery } from '../hooks/use-media-query.ts'
import { COMPACT, useSetting } from '../hooks/use-setting.ts'

// As --cs-row-height in global.css, and as in virtual-table.module.css.
const HEIGHT = 36
const COMPACT_HEIGHT = 28
/** A row on two lines. */
const NARROW_HEIGHT = 64

/** @returns the height of the rows of a table now, in pixels */
export const useRowHeight = (): number => {
  const isNarrow = useMediaQuery(NARROW)
  const [isCompact] = useSetting(COMPACT)
  return isNarrow ? NARROW_HEIGHT : isCompact ? COMPACT_HEIGHT : HEIGHT
}
