import type { SocList } from '../../../domain/soc/form-fields.ts'
import { useReviewEditing } from '../../../editing/review-editing.ts'
import { useIsMissing } from '../../../editing/use-progress.ts'
import { FieldHead, labelId, MissingMark } from '../field.tsx'
import { Hint } from '../hint.tsx'
import { ListEditor } from './list-editor.tsx'

/** One of the lists of the form. */
export const ListField = ({ field: { name, path, label, hint } }: { field: SocList }) => {
  const { form } = useReviewEditing()
  return (
    <ListEditor
      list={name}
      control={form.control}
      register={form.register}
      getValues={form.getValues}
    >
      <FieldHead>
        <span id={labelId(path)}>{label}</span>
        <Hint text={hint} labelId={labelId(path)} />
        {useIsMissing(path) && <MissingMark />}
      </FieldHead>
    </ListEditor>
  )
}
