import type { FastifyBaseLogger } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { type ApiKey, checkKey, holdKey, type KeyCheck } from './api-key.ts'
import { companyNamed, companyOf } from './company.ts'
import { type ServiceStandIn, startService } from './testing/service-stand-in.ts'

const url = 'https://drata.test/public'
let held: ApiKey | undefined

afterEach(() => held?.close())

/** A key in a file, and a service that knows some keys. */
const stage = (keys: Record<string, KeyCheck>, keyFile: string | undefined = '/run/key') => {
  const words: string[] = []
  const say = (text: string) => words.push(text)
  const log = { info: say, warn: say, error: say } as unknown as FastifyBaseLogger
  const given = { file: 'old\n', keys, words }
  held = holdKey(
    { url, key: keyFile === undefined ? 'old' : undefined, keyFile },
    {
      log,
      check: async (_url, key) => given.keys[key] ?? { isAccepted: false },
      read: async () => given.file,
    },
  )
  return { given, held }
}
const acme = { isAccepted: true, company: 'acme' }

describe('a key in a file', () => {
  test('is changed once the new one has worked, and the company keeps its name', async () => {
    const { given, held: apiKey } = stage({ old: acme })
    expect(await apiKey.company()).toBe(companyNamed(url, 'acme'))
    given.file = 'new'
    await apiKey.refresh()
    expect(apiKey.current()).toBe('old')
    given.keys = { new: acme }
    await apiKey.refresh()
    expect(apiKey.current()).toBe('new')
    expect(await apiKey.company()).toBe(companyNamed(url, 'acme'))
    expect(given.words.join(' ')).not.toMatch(/old|new|acme/)
  })

  test('keeps the name of the first key where the service does not tell the company', async () => {
    const { given, held: apiKey } = stage({
      old: { isAccepted: true },
      new: { isAccepted: true },
    })
    const name = companyOf({ url, key: 'old' })
    expect(await apiKey.company()).toBe(name)
    given.file = 'new'
    await apiKey.refresh()
    expect([apiKey.current(), await apiKey.company()]).toEqual(['new', name])
  })

  test.each(['', 'two words', 'one\r\nx-injected: two'])(
    'stays where the file holds %j',
    async (text) => {
      const { given, held: apiKey } = stage({ old: acme })
      await apiKey.company()
      given.file = text
      await apiKey.refresh()
      expect(apiKey.current()).toBe('old')
    },
  )

  test('may come after the gateway has started', async () => {
    const { given, held: apiKey } = stage({})
    given.file = ''
    expect(await apiKey.company()).toBe('')
    given.file = 'new'
    await apiKey.refresh()
    expect(apiKey.current()).toBe('new')
  })
})

test('a key of the environment is used whatever the service says, which is logged', async () => {
  const { given, held: apiKey } = stage({}, undefined)
  expect(await apiKey.company()).toBe(companyOf({ url, key: 'old' }))
  expect(apiKey.current()).toBe('old')
  expect(given.words).toEqual(['The Drata API refuses the API key.'])
})

describe('checkKey', () => {
  let service: ServiceStandIn | undefined
  afterEach(() => service?.close())

  test('asks the service, and does not know where it does not answer', async () => {
    service = await startService()
    expect(await checkKey(service.url, 'key')).toEqual({ isAccepted: true })
    expect(await checkKey('http://127.0.0.1:1', 'key')).toEqual({ isAccepted: undefined })
  })
})
