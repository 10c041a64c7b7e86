/**
 * The query string of an address, kept readable: `status=IN_PROGRESS,COMPLETED&sort=createdAt`.
 * Values are plain text. Lists are joined by commas, so a list item must not contain one.
 */

type SearchValue = string | number | readonly string[] | undefined

/** @returns every parameter as text; the last one if a parameter is repeated */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

/**
 * The reverse of {@link parseSearch}. Undefined values, empty texts and empty lists are left out.
 */
export const stringifySearch = (values: Readonly<Record<string, SearchValue>>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.join(',') : value
    if (text !== undefined && text !== '') search.set(name, String(text))
  }
  // Commas are legal in a query, and keep an address readable when it is mailed or read aloud.
  const text = search.toString().replaceAll('%2C', ',')
  return text && `?${text}`
}
