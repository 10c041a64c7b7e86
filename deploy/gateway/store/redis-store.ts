import { Redis } from 'ioredis'
import { type Store, StoreUnavailableError } from './store.ts'

/** Set before every key, so that other programs may use the same database. */
const KEY_PREFIX = 'countersign:'
/** A request waits for several commands. Somebody waits for the request. */
const COMMAND_LIMIT_MS = 1_000
const CONNECT_LIMIT_MS = 2_000
const MOST_BETWEEN_ATTEMPTS_MS = 1_000

/** The client's own errors hold the command with its values, and these belong into no log. */
const withoutCommand = (error: unknown): Error =>
  new Error(error instanceof Error ? error.message : String(error))

const answerOf = async <T>(command: Promise<T>): Promise<T> => {
  try {
    return await command
  } catch (error) {
    throw new StoreUnavailableError(withoutCommand(error))
  }
}

/**
 * A store in Redis or Valkey, which any number of gateways share.
 *
 * It connects at once, and again where the connection breaks. Until it is connected every command
 * fails at once. A command that gets no answer fails after a second, and is never sent twice.
 * @param url `redis://` or `rediss://` (TLS), with user, password, port and database where needed
 * @throws an Error where the address is none of these
 */
export const createRedisStore = (url: string): Store => {
  if (!/^rediss?:\/\//.test(url) || !URL.canParse(url))
    throw new Error('The address of the store must begin with redis:// or rediss://.')
  const client = new Redis(url, {
    keyPrefix: KEY_PREFIX,
    commandTimeout: COMMAND_LIMIT_MS,
    connectTimeout: CONNECT_LIMIT_MS,
    // A connection that is silently gone shows only in an answer that does not come.
    socketTimeout: 2 * COMMAND_LIMIT_MS,
    // A command that waits for the connection would be carried out long after it was given up.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, MOST_BETWEEN_ATTEMPTS_MS),
    // After a failover the connection may lead to the server that takes no writes any more.
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
  })
  // Each command reports its own failure.
  client.on('error', () => undefined)

  return {
    get: async (key) => (await answerOf(client.get(key))) ?? undefined,
    set: async (key, value, seconds) => {
      await answerOf(client.set(key, value, 'EX', seconds))
    },
    add: async (key, value, seconds) =>
      (await answerOf(client.set(key, value, 'EX', seconds, 'NX'))) === 'OK',
    delete: async (key) => {
      await answerOf(client.del(key))
    },
    count: async (key, by, seconds) => {
      const transaction = client.multi().set(key, '0', 'EX', seconds, 'NX').incrby(key, by)
      const results = await answerOf(transaction.exec())
      const [error, sum] = results?.[1] ?? []
      if (typeof sum !== 'number') throw new StoreUnavailableError(withoutCommand(error))
      return sum
    },
    isReady: async () => {
      try {
        return (await client.ping()) === 'PONG'
      } catch {
        return false
      }
    },
    close: async () => client.disconnect(),
  }
}
