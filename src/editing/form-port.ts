import type { UseFormReturn } from 'react-hook-form'
import {
  type Path,
  personOf,
  REVIEWER,
  TITLE,
  toValues,
  type Value,
  type Values,
} from '../domain/work/values.ts'
import type { ReviewEditValues } from './edit-values.ts'

/** The form, as the work on a review uses it. */
export interface FormPort {
  /** The form's current values. */
  read: () => Values
  /** Writes the changed values. All other fields keep their cursor. */
  write: (changed: Values) => void
}

/** react-hook-form as a {@link FormPort}. */
export const formPort = (
  form: Pick<UseFormReturn<ReviewEditValues>, 'getValues' | 'setValue'>,
  hasForm: boolean,
): FormPort => {
  const set = (path: Path, value: Value): void => {
    if (path === TITLE) form.setValue('title', value as string)
    else if (path === REVIEWER) {
      const { name, userId } = personOf(value)
      form.setValue('form.reviewerInformation.reviewer', name)
      form.setValue('form.reviewerInformation.reviewerUserId', userId)
    } else {
      // The path is a plain text, so TypeScript cannot tell which value belongs to it.
      form.setValue(`form.${path}` as 'form', structuredClone(value) as never)
    }
  }
  return {
    read: () => {
      const { title, form: values } = form.getValues()
      return toValues(title, hasForm ? values : undefined)
    },
    write: (changed) => {
      for (const [path, value] of Object.entries(changed)) set(path, value)
    },
  }
}
