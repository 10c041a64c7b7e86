import { tokensIn } from './service.ts'

/** When a token was typed, and why it may be gone. */
interface Entry {
  typedAt: number
  gone: string | undefined
  /** Whether an analyst kept two versions of the text that contains it. */
  mayBeTwice: boolean
}

/** Tracks every typed text by its token. */
export const createTokens = () => {
  const entries = new Map<string, Entry>()
  return {
    /** A new token. From now on it must exist somewhere. */
    mint: (now: number): string => {
      const token = `t${entries.size + 1}`
      entries.set(token, { typedAt: now, gone: undefined, mayBeTwice: false })
      return token
    },
    typedAt: (token: string): number => entries.get(token)?.typedAt ?? 0,
    isGone: (token: string): boolean => entries.get(token)?.gone !== undefined,
    /** Allows a token to be gone: somebody removed it, or the loss could not be prevented. */
    allowGone: (token: string, why: string): void => {
      const entry = entries.get(token)
      if (entry) entry.gone ??= why
    },
    allowTwice: (token: string): void => {
      const entry = entries.get(token)
      if (entry) entry.mayBeTwice = true
    },
    mayBeTwice: (token: string): boolean => entries.get(token)?.mayBeTwice ?? false,
    /** The tokens that must exist somewhere. */
    alive: (): string[] =>
      [...entries].filter(([, { gone }]) => gone === undefined).map(([token]) => token),
  }
}
export type Tokens = ReturnType<typeof createTokens>

/** The tokens in several values, each once. */
export const tokensOf = (...things: unknown[]): Set<string> => new Set(things.flatMap(tokensIn))
