/**
 * The first requests of a page are sent while the code of the app is still loading
 * (app/head-start.ts). Their answers wait here for the app's own requests. Each is used once; a
 * second request to the same address goes to the service.
 */
declare global {
  /** Answers by address, starting with `/api`; undefined without a head start. */
  var headStart: Map<string, Promise<Response>> | undefined
}

// If the app has loaded first, it sends its own requests.
globalThis.headStart ??= new Map()

/**
 * Takes the answer of an early request.
 * @param address starting with `/api`, with its query
 * @returns the answer or its error; undefined if there is none or it was already taken
 */
export const takeHeadStart = (address: string): Promise<Response> | undefined => {
  const answer = globalThis.headStart?.get(address)
  globalThis.headStart?.delete(address)
  return answer
}

/** Drops the answers not taken. They grow old, and nothing may be decided from them. */
export const endHeadStart = (): void => globalThis.headStart?.clear()
