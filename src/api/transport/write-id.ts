/**
 * A browser sends a request again by itself when a connection that it had used before breaks without
 * an answer, and makes no difference between reading and writing. So each write is named, and the
 * gateway forwards each name once (deploy/repeats.ts); without that a review could be created twice.
 */
export const WRITE_ID = 'x-write-id'
