/**
 * When a reused connection breaks without an answer, a browser repeats the request on its own,
 * writes included. So each write gets an id, and the gateway forwards each id once
 * (deploy/gateway/limits/write-names.ts). Otherwise a review could be created twice.
 */
export const WRITE_ID = 'x-write-id'
