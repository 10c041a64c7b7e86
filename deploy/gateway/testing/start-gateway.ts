import type { FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { createGateway, type Gateway, type GatewayParts } from '../app.ts'
import type { Identity } from '../identity.ts'
import { readSettings } from '../settings.ts'
import { createMapStore, type MapStore } from './map-store.ts'
import { portOf } from './service-stand-in.ts'

/** A gateway of a test, which listens. */
export interface RunningGateway extends Gateway {
  port: number
  store: MapStore
}

export const KEY = 'a-key-for-this-test-alone'

/** The variables of a gateway with a sign-in. */
export const WITH_SIGN_IN = {
  OIDC_ISSUER: 'https://id.example.com',
  OIDC_CLIENT_ID: 'countersign',
  OIDC_CLIENT_SECRET: 'secret',
  PUBLIC_HOST: 'countersign.test',
  AUDIT_LOG: '/nowhere',
}

/** Headers of a request of the app. */
export const FROM_APP = { 'sec-fetch-site': 'same-origin' }

/** The headers of somebody who is signed in at {@link fakeSignIn}. */
export const signedInAs = (identity: Partial<Identity> = {}): Record<string, string> => ({
  ...FROM_APP,
  'x-test-identity': JSON.stringify({
    subject: 'ada',
    email: 'ada@countersign.test',
    groups: ['leads'],
    role: 'decide',
    authenticatedAt: Math.floor(Date.now() / 1_000),
    ...identity,
  }),
})

/** Signs in whoever says so. */
export const fakeSignIn: FastifyPluginAsync = fp(async (app) => {
  app.addHook('onRequest', async (request) => {
    const said = request.headers['x-test-identity']
    if (typeof said === 'string') request.identity = JSON.parse(said) as Identity
  })
  app.get('/sign-in/start', (_request, reply) => reply.send('sign in'))
})

/** Starts a gateway on a port of this machine, a free one if absent. It has a key and no budget. */
export const startGateway = async (
  env: Readonly<Record<string, string>>,
  parts: Partial<GatewayParts> = {},
  port = 0,
): Promise<RunningGateway> => {
  const store = createMapStore()
  const settings = readSettings({ DRATA_API_KEY: KEY, DRATA_REQUESTS_PER_MINUTE: '0', ...env })
  const gateway = await createGateway(settings, { store, hasPages: false, ...parts })
  await gateway.app.listen({ host: '127.0.0.1', port })
  return { ...gateway, store, port: portOf(gateway.app.server) }
}
