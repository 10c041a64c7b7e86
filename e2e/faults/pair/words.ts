/** The writers in a job with two analysts: the one who sets the review up, and the two analysts. */
export type Analyst = 'ada' | 'grace'
export type Author = 'seed' | Analyst

export const ANALYSTS: readonly Analyst[] = ['ada', 'grace']

/** A word that no other text has: job, author and number. */
const WORD = /\bj\d+-(?:seed|ada|grace)-\d+\b/g

/** All such words in a value, each as often as it occurs. */
export const wordsIn = (thing: unknown): string[] =>
  (typeof thing === 'string' ? thing : JSON.stringify(thing ?? null)).match(WORD) ?? []

/** The history of a word. */
export interface Word {
  author: Author
  /** Milliseconds since 1970. */
  typedAt: number
  /** Why the word may be gone; undefined where it must be somewhere. */
  gone: string | undefined
  /** Somebody chose to keep two versions of the text with this word. */
  mayBeTwice: boolean
}

/** Records all words that are typed in one job. */
export const createLedger = (job: number) => {
  const words = new Map<string, Word>()
  let count = 0
  return {
    words: words as ReadonlyMap<string, Word>,
    /** A new word. It counts from the moment it is {@link typed}. */
    next: (author: Author): string => {
      count += 1
      return `j${job}-${author}-${count}`
    },
    typed: (word: string, author: Author): void => {
      words.set(word, { author, typedAt: Date.now(), gone: undefined, mayBeTwice: false })
    },
    /** Notes words that somebody removed on purpose. */
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
