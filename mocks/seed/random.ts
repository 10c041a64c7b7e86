/** Random choices that are the same each time. */
export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Some of the items, in their order. */
  some<T>(items: readonly T[], count: number): T[]
}

/** @param seed the same seed gives the same sequence (mulberry32) */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (!items.length) throw new Error('There is nothing to pick from.')
      return items[int(0, items.length - 1)] as T
    },
    some: (items, count) => {
      let wanted = Math.min(count, items.length)
      return items.filter((_, index) => {
        const taken = next() < wanted / (items.length - index)
        if (taken) wanted -= 1
        return taken
      })
    },
  }
}
