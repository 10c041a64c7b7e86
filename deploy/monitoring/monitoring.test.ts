import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { createMetrics } from '../gateway/metrics.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const rules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string().regex(/^Countersign\w+$/),
          expr: z.string(),
          for: z.string().regex(/^\d+m$/),
          labels: z.object({ severity: z.enum(['critical', 'warning']) }),
          annotations: z.object({ summary: z.string().endsWith('.') }),
        }),
      ),
    }),
  ),
})
const dashboard = z.object({
  title: z.string(),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      targets: z.array(z.object({ refId: z.string(), expr: z.string() })).min(1),
    }),
  ),
})

const alerts = rules.parse(parse(read('alerts.yaml'))).groups.flatMap((group) => group.rules)
const { panels } = dashboard.parse(JSON.parse(read('dashboard.json')))

/** Prometheus itself makes these. */
const FROM_PROMETHEUS = ['up']
const FUNCTIONS = ['sum', 'rate', 'by', 'topk', 'histogram_quantile', 'le']

/** The metrics of an expression, with the labels that it looks at. */
const namesIn = (expression: string): string[] =>
  expression
    .replaceAll(/\{[^}]*\}|"[^"]*"|\[[^\]]*\]|\bby \([^)]*\)/g, '')
    .match(/\b[a-z][a-z\d_]+\b/g)
    ?.filter((name) => !FUNCTIONS.includes(name)) ?? []

/** The names under which a metric is answered. */
const known = async (): Promise<Set<string>> => {
  const { registry } = createMetrics({ waiting: () => 0 })
  const metrics = await registry.getMetricsAsJSON()
  return new Set([
    ...FROM_PROMETHEUS,
    ...metrics.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  ])
}

test.each([
  ...alerts.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
])('%s asks for metrics that the gateway has: %s', async (_name, expr) => {
  const names = namesIn(expr)
  expect(names.length).toBeGreaterThan(0)
  const there = await known()
  expect(names.filter((name) => !there.has(name))).toEqual([])
})

test('each alert names reasons that the gateway gives', () => {
  const sources = ['answers', 'app', 'guard', 'forwarding/forward', 'limits/turn'].map((name) =>
    read(`../gateway/${name}.ts`),
  )
  const given = sources.flatMap((text) =>
    [...text.matchAll(/'([a-z-]+)'/g)].map(([, reason]) => reason),
  )
  const asked = alerts.flatMap(({ expr }) =>
    [...expr.matchAll(/reason=~?"([^"]+)"/g)].flatMap(([, all = '']) => all.split('|')),
  )
  expect(asked.filter((reason) => !given.includes(reason))).toEqual([])
})
