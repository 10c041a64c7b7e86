/**
 * What a page needs first is asked for while the code of the app is still on its way
 * (app/head-start.ts). The answers wait here for the app's own requests, each for the first of its
 * address: what is asked for again is asked of the service.
 */
declare global {
  /** Answers by the address that they were asked of, from `/api` on; undefined without a head start. */
  var headStart: Map<string, Promise<Response>> | undefined
}

// Where the app is there first, it has asked by itself.
globalThis.headStart ??= new Map()

/**
 * Takes what was asked for ahead.
 * @param address from `/api` on, with its query
 * @returns the answer, or what it failed with; undefined where it was not asked for, or is taken
 */
export const takeHeadStart = (address: string): Promise<Response> | undefined => {
  const answer = globalThis.headStart?.get(address)
  globalThis.headStart?.delete(address)
  return answer
}

/** Drops what was not taken: it gets old, and nothing may be decided by it. */
export const endHeadStart = (): void => globalThis.headStart?.clear()
