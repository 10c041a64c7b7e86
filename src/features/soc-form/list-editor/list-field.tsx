import type { SocList } from '../../../domain/soc/form-fields.ts'
import { useReviewEditing } from '../../../editing/review-editing.ts'
import { useIsMissing } from '../../../editing/use-progress.ts'
import { labelId } from '../field.tsx'
import classes from '../fields.module.css'
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
      <div className={classes.label}>
        <span id={labelId(path)}>{label}</span>
        <Hint text={hint} labelId={labelId(path)} />
        {useIsMissing(path) && <span className={classes.missing}>Missing</span>}
      </div>
    </ListEditor>
  )
}
