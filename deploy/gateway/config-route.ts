import type { FastifyInstance } from 'fastify'
import { answer } from './answers.ts'
import type { ApiKey } from './api-key.ts'
import { nameOf } from './identity.ts'
import type { Settings } from './settings.ts'

/** Tells the page what it needs to know about its gateway and its user, and nothing else. */
export const config = (
  app: FastifyInstance,
  { settings, apiKey }: { settings: Settings; apiKey: ApiKey },
): void => {
  app.get('/api/config', async ({ identity }, reply) =>
    answer(reply, 200, {
      apiVersion: settings.apiVersion,
      // Somebody whose role is reading gets the page of a gateway that forwards no change.
      readOnly: settings.readOnly || identity?.role === 'read',
      company: await apiKey.company(),
      // Without a sign-in nobody has a name.
      user: identity ? nameOf(identity) || null : null,
      keyPresent: apiKey.current() !== undefined,
      role: identity?.role ?? 'read',
    }),
  )
}
