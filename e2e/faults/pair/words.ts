/** The writers in a job with two analysts: the one who sets the review up, and the two. */
export type Analyst = 'ada' | 'grace'
export type Author = 'seed' | Analyst

export const ANALYSTS: readonly Analyst[] = ['ada', 'grace']

/** A word that no other text has: the job, who typed it, and a number. */
const WORD = /\bj\d+-(?:seed|ada|grace)-\d+\b/g

/** All such words in something, each as often as it occurs. */
export const wordsIn = (thing: unknown): string[] =>
  (typeof thing === 'string' ? thing : JSON.stringify(thing ?? null)).match(WORD) ?? []

/** What is known of a word that somebody typed. */
export interface Word {
  author: Author
  /** Milliseconds since 1970. */
  typedAt: number
  /** Why it need no longer be anywhere. */
  gone: string | undefined
  /** Somebody chose to keep two versions of the text that it stands in. */
  mayBeTwice: boolean
}

/** Follows every text that anybody types in one job, by its word. */
export const createLedger = (job: number) => {
  const words = new Map<string, Word>()
  let count = 0
  return {
    words: words as ReadonlyMap<string, Word>,
    /** A new word, which counts from the moment it is {@link typed}. */
    next: (author: Author): string => {
      count += 1
      return `j${job}-${author}-${count}`
    },
    typed: (word: string, author: Author): void => {
      words.set(word, { author, typedAt: Date.now(), gone: undefined, mayBeTwice: false })
    },
    /** Words that somebody's own act has removed. */
    drop: (dropped: Iterable<string>, why: string): void => {
      for (const name of dropped) {
        const word = words.get(name)
        if (word) word.gone ??= why
      }
    },
    allowTwice: (kept: Iterable<string>): void => {
      for (const name of kept) {
        const word = words.get(name)
        if (word) word.mayBeTwice = true
      }
    },
  }
}
export type Ledger = ReturnType<typeof createLedger>
