import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

const requestOf = (subject: string, authenticatedAt: number): FastifyRequest =>
  ({
    identity: { subject, authenticatedAt },
    work: { verdict: { kind: 'page' }, uploadedBytes: 0 },
    headers: {},
  }) as unknown as FastifyRequest

test('sessions count while they are used, and for five minutes afterwards', async () => {
  let minutes = 0
  const { registry, observe } = createMetrics({ waiting: () => 0, now: () => minutes * 60_000 })
  const active = async () =>
    (await registry.getSingleMetric('countersign_active_sessions')?.get())?.values[0]?.value
  expect(await active()).toBe(0)
  for (const request of [
    requestOf('ada', 1),
    requestOf('ada', 1),
    requestOf('ben', 1),
    requestOf('', 0),
  ])
    observe(request, 200, 0.1)
  expect(await active()).toBe(2)
  minutes = 4
  observe(requestOf('ada', 1), 200, 0.1)
  observe(requestOf('ada', 2), 200, 0.1)
  minutes = 6
  expect(await active()).toBe(2)
  minutes = 10
  expect(await active()).toBe(0)
  expect(await registry.metrics()).not.toMatch(/ada|ben/)
})
