import type { FastifyInstance } from 'fastify'
import type { Store } from './store/store.ts'

interface HealthParts {
  store: Store
  isSignInReady: (() => Promise<boolean>) | undefined
}

/**
 * Says how the gateway is: /healthz that it runs, /readyz whether it can do its work. What it needs
 * of others is named there, and nothing else of them.
 */
export const health = (app: FastifyInstance, { store, isSignInReady }: HealthParts): void => {
  let lastStatus: number | undefined
  app.addHook('onResponse', async ({ work }) => {
    lastStatus = work.upstreamStatus ?? lastStatus
  })
  app.get('/healthz', (_request, reply) => reply.type('text/plain').send('ok\n'))
  app.get('/readyz', async (_request, reply) => {
    const [isStoreReady, canSignIn] = await Promise.all([
      store.isReady(),
      isSignInReady?.().catch(() => false) ?? true,
    ])
    const isReady = isStoreReady && canSignIn
    const found = {
      store: isStoreReady,
      signIn: canSignIn,
      // The service's last status is only information: all gateways have the same service.
      service: lastStatus ?? null,
    }
    return reply
      .code(isReady ? 200 : 503)
      .type('application/json')
      .send(JSON.stringify(found))
  })
}
