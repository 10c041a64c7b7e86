import { tokensIn } from './service.ts'

/** Why a token need no longer be anywhere. */
interface Entry {
  typedAt: number
  gone: string | undefined
  /** Somebody chose to keep two versions of the text that it stands in. */
  mayBeTwice: boolean
}

/** Follows every text that anybody types, by its token. */
export const createTokens = () => {
  const entries = new Map<string, Entry>()
  return {
    /** A new token, which is then somewhere in the world. */
    mint: (now: number): string => {
      const token = `t${entries.size + 1}`
      entries.set(token, { typedAt: now, gone: undefined, mayBeTwice: false })
      return token
    },
    typedAt: (token: string): number => entries.get(token)?.typedAt ?? 0,
    isGone: (token: string): boolean => entries.get(token)?.gone !== undefined,
    /** Somebody's own act has removed it, or it could not be prevented. */
    let: (token: string, why: string): void => {
      const entry = entries.get(token)
      if (entry) entry.gone ??= why
    },
    allowTwice: (token: string): void => {
      const entry = entries.get(token)
      if (entry) entry.mayBeTwice = true
    },
    mayBeTwice: (token: string): boolean => entries.get(token)?.mayBeTwice ?? false,
    /** The tokens that must be somewhere. */
    alive: (): string[] =>
      [...entries].filter(([, { gone }]) => gone === undefined).map(([token]) => token),
  }
}
export type Tokens = ReturnType<typeof createTokens>

/** The tokens in several things, each once. */
export const tokensOf = (...things: unknown[]): Set<string> => new Set(things.flatMap(tokensIn))
