import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import * as z from 'zod'
import { ENV_DEFAULTS } from '../gateway/environment.ts'
import { readSettings } from '../gateway/settings.ts'

interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string }
}

const manifestsIn = (file: string): Manifest[] =>
  parseAllDocuments(readFileSync(new URL(file, import.meta.url), 'utf8')).map((document) => {
    expect(document.errors).toEqual([])
    return document.toJS() as Manifest
  })
const all = ['gateway.yaml', 'valkey.yaml', 'network.yaml'].flatMap(manifestsIn)

type Model = new (manifest: unknown) => { validate: () => void }

/** The class of a kind, which checks a manifest against the schema of the Kubernetes API. */
const modelOf = async ({ apiVersion, kind }: Manifest): Promise<Model> => {
  const path = `kubernetes-models/${apiVersion}/${kind}`
  const models = (await import(/* @vite-ignore */ path)) as Record<string, Model>
  const model = models[kind]
  if (!model) throw new Error(`There is no kind ${kind} in ${apiVersion}.`)
  return model
}

const pick = (kind: string, name: string): unknown =>
  all.find((manifest) => manifest.kind === kind && manifest.metadata.name === name)

const workload = z.object({
  spec: z.object({
    replicas: z.number(),
    template: z.object({
      spec: z.object({
        terminationGracePeriodSeconds: z.optional(z.number()),
        containers: z.tuple([
          z.object({
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            env: z.array(z.object({ name: z.string(), value: z.optional(z.string()) })),
            livenessProbe: z.object({}),
            readinessProbe: z.object({}),
            resources: z.object({ limits: z.object({ cpu: z.string(), memory: z.string() }) }),
            securityContext: z.object({
              allowPrivilegeEscalation: z.literal(false),
              readOnlyRootFilesystem: z.literal(true),
            }),
          }),
        ]),
      }),
    }),
  }),
})

describe('the manifests', () => {
  test.each(all.map((manifest) => [manifest.kind, manifest.metadata.name, manifest] as const))(
    'hold a %s "%s" that the API accepts',
    async (_kind, _name, manifest) => {
      const Kind = await modelOf(manifest)
      expect(() => new Kind(manifest).validate()).not.toThrow()
      // The schema looks at what is there: a wrong field is found.
      expect(() => new Kind({ ...manifest, metadata: 7 }).validate()).toThrow()
    },
  )

  test('run two gateways, with probes and limits, that may end what they began', () => {
    const { replicas, template } = workload.parse(pick('StatefulSet', 'countersign')).spec
    expect(replicas).toBe(2)
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(150)
    expect(workload.parse(pick('Deployment', 'countersign-valkey')).spec.replicas).toBe(1)
  })

  test('set variables that the gateway knows and accepts', () => {
    const { data } = z
      .object({ data: z.record(z.string(), z.string()) })
      .parse(pick('ConfigMap', 'countersign'))
    expect(Object.keys(data).filter((name) => !(name in ENV_DEFAULTS))).toEqual([])
    const [gateway] = workload.parse(pick('StatefulSet', 'countersign')).spec.template.spec
      .containers
    const store = gateway.env.find(({ name }) => name === 'SESSION_STORE_URL')?.value
    const settings = readSettings({ ...data, SESSION_STORE_URL: store }, () => 'a-secret')
    expect(settings.storeUrl).toBe('redis://:$(VALKEY_PASSWORD)@countersign-valkey:6379')
    expect(gateway.ports).toEqual([
      { name: 'http', containerPort: settings.port },
      { name: 'metrics', containerPort: settings.metricsPort },
    ])
  })
})
