/**
 * A new id, unique among all that this browser and others make.
 * `crypto.randomUUID` is there on pages of a secure origin alone; others count and draw.
 */
export const newId = (): string =>
  (crypto as Partial<Crypto>).randomUUID?.() ??
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
