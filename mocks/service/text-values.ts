import type * as z from 'zod/mini'

/** The schema of an object. Each field's schema decides how its text is read. */
export type ObjectSchema<T> = z.ZodMiniType<T> & {
  shape: Readonly<Record<string, z.core.$ZodType>>
}

/** The definition of a field's value, whether the field is optional or not. */
const contentOf = (field: z.core.$ZodType): z.core.$ZodTypeDef => {
  const { def } = (field as z.core.$ZodTypes)._zod
  return def.type === 'optional' || def.type === 'nullable' ? contentOf(def.innerType) : def
}

/** The type of the items of a field that is a list; undefined for any other field. */
export const itemOf = (field: z.core.$ZodType): z.core.$ZodType | undefined => {
  const content = contentOf(field)
  return content.type === 'array' ? (content as z.core.$ZodArrayDef).element : undefined
}

/**
 * Reads a field's value from the text that addresses and forms hold. A text that is no number
 * becomes NaN, and one that is neither true nor false stays as it is, so that the schema refuses
 * both.
 */
export const fromText = (field: z.core.$ZodType, text: string): unknown => {
  const { type } = contentOf(field)
  if (type === 'number') return text.trim() === '' ? Number.NaN : Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
