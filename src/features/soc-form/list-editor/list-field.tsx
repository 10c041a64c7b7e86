import type { SocListId } from '../../../domain/soc/edit.ts'
import { useReviewEditing } from '../../../editing/review-editing.ts'
import { useIsMissing } from '../../../editing/use-progress.ts'
import { labelId } from '../field.tsx'
import classes from '../fields.module.css'
import { Hint } from '../hint.tsx'
import { ListEditor } from './list-editor.tsx'

interface ListFieldProps {
  list: SocListId
  path: string
  label: string
}

/** One of the four lists of the form. */
export const ListField = ({ list, path, label }: ListFieldProps) => {
  const { form } = useReviewEditing()
  return (
    <div id={path} tabIndex={-1} className={classes.list}>
      <div className={classes.label}>
        <span id={labelId(path)}>{label}</span>
        <Hint path={path} labelId={labelId(path)} />
        {useIsMissing(path) && <span className={classes.missing}>Missing</span>}
      </div>
      <ListEditor
        list={list}
        control={form.control}
        register={form.register}
        getValues={form.getValues}
      />
    </div>
  )
}
