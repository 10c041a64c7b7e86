import { useReducer, useState } from 'react'
import type { SocItem } from '../../../domain/soc/form-fields.ts'
import { inPlaceCount } from '../../../domain/soc/in-place.ts'

const ALL = 'all'
const NOT_IN_PLACE = 'not-in-place'
export type ShownControls = typeof ALL | typeof NOT_IN_PLACE

/**
 * Shows all controls of a list, or only those that are not in place. Which ones that are is decided
 * when it is chosen: a control that is answered meanwhile, added or pasted stays in sight.
 * @param fields the rows, each with an id that stays
 * @param items reads the answers, which the inputs hold
 */
export const useInPlaceFilter = (
  fields: readonly { id: string }[],
  items: () => readonly SocItem[],
) => {
  const [hidden, setHidden] = useState<ReadonlySet<string> | null>(null)
  const [, recount] = useReducer((changes: number) => changes + 1, 0)
  const answers = items()
  const inPlace = inPlaceCount(answers)
  const show = (shown: ShownControls): void =>
    setHidden(
      shown === ALL
        ? null
        : new Set(
            fields.filter((_, index) => answers[index]?.inPlace === true).map(({ id }) => id),
          ),
    )
  const options: { value: ShownControls; label: string }[] = [
    { value: ALL, label: 'All' },
    { value: NOT_IN_PLACE, label: `Not in place (${answers.length - inPlace})` },
  ]
  return {
    inPlace,
    options,
    shown: hidden === null ? ALL : NOT_IN_PLACE,
    show,
    isHidden: (id: string): boolean => hidden?.has(id) ?? false,
    /** To be called after an answer has changed. */
    recount,
  } as const
}
