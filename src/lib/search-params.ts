/**
 * The part of an address behind "?", kept readable: `status=IN_PROGRESS,COMPLETED&sort=createdAt`.
 * Values are plain text; lists are joined by commas, so no value may hold one unless it is free
 * text that is read as text.
 */

type SearchValue = string | number | readonly string[] | undefined

/** @returns every parameter as text; of a repeated one the last */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

/** The reverse of {@link parseSearch}; what is undefined, empty or an empty list is left out. */
export const stringifySearch = (values: Readonly<Record<string, SearchValue>>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.join(',') : value
    if (text !== undefined && text !== '') search.set(name, String(text))
  }
  // Commas are legal there, and an address that is read aloud or mailed should stay readable.
  const text = search.toString().replaceAll('%2C', ',')
  return text && `?${text}`
}
