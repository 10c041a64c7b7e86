import type { FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { WRITE_ID } from '../../src/domain/contract/gateway-headers.ts'

/** What the gateway counts, for Prometheus. It has no names of people, vendors or reviews. */
export interface Metrics {
  registry: Registry
  /** Counts a request that is over. @param seconds that it took */
  observe: (request: FastifyRequest, status: number, seconds: number) => void
}

interface MetricsParts {
  /** The number of requests that wait for their turn. */
  waiting: () => number
  /** Milliseconds since 1970. */
  now?: () => number
}

/** Somebody counts as at work until this long after a request. */
const ACTIVE_MS = 5 * 60_000

/** Counts the sessions that were used lately, with nobody's name in what is counted. */
const createActiveSessions = (now: () => number) => {
  const usedAt = new Map<string, number>()
  return {
    note: ({ identity }: FastifyRequest): void => {
      // Nobody signs in twice within a second.
      if (identity?.subject) usedAt.set(`${identity.authenticatedAt} ${identity.subject}`, now())
    },
    count: (): number => {
      for (const [session, at] of usedAt) if (at <= now() - ACTIVE_MS) usedAt.delete(session)
      return usedAt.size
    },
  }
}

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

/** Makes the metrics of one gateway. */
export const createMetrics = ({ waiting, now = Date.now }: MetricsParts): Metrics => {
  const registry = new Registry()
  const activeSessions = createActiveSessions(now)
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'countersign_requests_total',
    help: 'Requests, by operation and status.',
    labelNames: ['operation', 'status'],
    registers,
  })
  const duration = new Histogram({
    name: 'countersign_request_seconds',
    help: 'How long requests take.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  })
  const wait = new Histogram({
    name: 'countersign_wait_seconds',
    help: 'How long requests wait for their share of the service’s minute.',
    buckets: SECONDS,
    registers,
  })
  const refusals = new Counter({
    name: 'countersign_refusals_total',
    help: 'Requests that the gateway refused, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const writes = new Counter({
    name: 'countersign_named_writes_total',
    help: 'Writes with a name.',
    registers,
  })
  const uploaded = new Counter({
    name: 'countersign_uploaded_bytes_total',
    help: 'Bytes of uploads.',
    registers,
  })
  registry.registerMetric(
    new Gauge({
      name: 'countersign_waiting_requests',
      help: 'Requests that wait for their turn.',
      registers: [],
      collect() {
        this.set(waiting())
      },
    }),
  )

  registry.registerMetric(
    new Gauge({
      name: 'countersign_active_sessions',
      help: 'Sessions with a request to this gateway in the last five minutes.',
      registers: [],
      collect() {
        this.set(activeSessions.count())
      },
    }),
  )

  return {
    registry,
    observe: (request, status, seconds) => {
      activeSessions.note(request)
      const { known, verdict, refusal, waitedMs, uploadedBytes } = request.work
      const operation = known?.operation ?? verdict.kind
      requests.inc({ operation, status: String(status) })
      duration.observe({ operation }, seconds)
      if (waitedMs !== undefined) wait.observe(waitedMs / 1_000)
      if (refusal !== undefined) refusals.inc({ reason: refusal })
      if (request.headers[WRITE_ID] !== undefined) writes.inc()
      if (uploadedBytes > 0) uploaded.inc(uploadedBytes)
    },
  }
}
