import { emptySocEdit, type SocEdit } from '../domain/soc/edit.ts'
import { TITLE, toForm, type Values } from '../domain/work/values.ts'

/** What can be edited of a review, as the form holds it: its title, and the form of a SOC report. */
export interface ReviewEditValues {
  title: string
  form: SocEdit
}

/** Values as the form holds them; to be looked at, not to be changed. */
export const toEditValues = (values: Values): ReviewEditValues => ({
  title: values[TITLE] as string,
  form: toForm(values) ?? emptySocEdit(),
})
