import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Where the identity provider of the tests keeps what it hands out. Nothing expires by itself. */
export const createProviderStorage = () => {
  const kept = new Map<string, AdapterPayload>()
  const findBy = async (model: string, fits: (payload: AdapterPayload) => boolean) =>
    [...kept].find(([key, payload]) => key.startsWith(`${model}:`) && fits(payload))?.[1]

  const forgetAll = (prefix: string, fits: (payload: AdapterPayload) => boolean): void => {
    for (const [key, payload] of kept) if (key.startsWith(prefix) && fits(payload)) kept.delete(key)
  }

  return {
    /** The storage of one model: `Client`, `Session`, `Grant`, `RefreshToken` and so on. */
    adapter: (model: string): Adapter => ({
      upsert: async (id, payload) => {
        kept.set(`${model}:${id}`, payload)
      },
      find: async (id) => kept.get(`${model}:${id}`),
      findByUid: (uid) => findBy(model, (payload) => payload.uid === uid),
      findByUserCode: (code) => findBy(model, ({ userCode }) => userCode === code),
      consume: async (id) => {
        const payload = kept.get(`${model}:${id}`)
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        kept.delete(`${model}:${id}`)
      },
      revokeByGrantId: async (id) => forgetAll(`${model}:`, ({ grantId }) => grantId === id),
    }),
    /** Forgets the sessions, grants and tokens of an account. */
    forgetAccount: (account: string): void =>
      forgetAll('', ({ accountId }) => accountId === account),
  }
}
