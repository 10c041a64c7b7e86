import { useLayoutEffect } from 'react'
import { COMPACT, useSetting } from '../ui/hooks/use-setting.ts'

/** Tells the style sheets how close together the user wants rows and fields. */
export const useDensity = (): void => {
  const [isCompact] = useSetting(COMPACT)
  useLayoutEffect(() => {
    document.documentElement.dataset.density = isCompact ? 'compact' : 'normal'
  }, [isCompact])
}
