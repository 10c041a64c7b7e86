import { useCallback } from 'react'
import type { Source } from '../../../api/saving/kept-sources.ts'
import { meetItems } from '../../../domain/evidence/meet-form.ts'
import { type SocEdit, valueIn } from '../../../domain/soc/edit.ts'
import { LIST_OF, type SocItem, type SocListId } from '../../../domain/soc/form-fields.ts'
import { useFormFact } from './use-report.ts'

interface ListSourcesProps {
  list: SocListId
  sources: readonly Source[]
}

/** How many items of a list came from which file. */
export const ListSources = ({ list, sources }: ListSourcesProps) => {
  const field = LIST_OF[list]
  const read = useCallback(
    (form: SocEdit) => {
      const items = sources.map(({ value }) => value as SocItem)
      const isHeld = meetItems(list, items, valueIn(form, field))
      const files = Object.entries(Object.groupBy(sources, ({ fileName }) => fileName))
      return files
        .map(([name, ofFile = []]) => {
          const edited = ofFile.filter((source) => !isHeld[sources.indexOf(source)]).length
          const one = ofFile.length === 1 ? field.noun : field.plural
          return `${ofFile.length} ${one} from ${name}${edited > 0 ? `, ${edited} edited since` : ''}`
        })
        .join('; ')
    },
    [list, field, sources],
  )
  return <p>{useFormFact(read)}</p>
}
