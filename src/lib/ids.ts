/**
 * A new id, unique across all browsers. `crypto.randomUUID` exists only in secure contexts;
 * elsewhere the id is made from the time and random digits.
 */
export const newId = (): string =>
  (crypto as Partial<Crypto>).randomUUID?.() ??
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
