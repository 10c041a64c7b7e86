import { emptySocEdit, type SocEdit } from '../domain/soc/edit.ts'
import { TITLE, toForm, type Values } from '../domain/work/values.ts'

/** The editable values of a review, as the form holds them: the title, and a SOC report's form. */
export interface ReviewEditValues {
  title: string
  form: SocEdit
}

/** Converts values for the form. The result shares data with the input, so do not change it. */
export const toEditValues = (values: Values): ReviewEditValues => ({
  title: values[TITLE] as string,
  form: toForm(values) ?? emptySocEdit(),
})
