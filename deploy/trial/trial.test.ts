import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { readSettings } from '../gateway/settings.ts'
import { checkSettings } from '../gateway/sign-in/sign-in-settings.ts'
import { createCookieBrowser } from '../gateway/testing/cookie-browser.ts'
import { freePort } from '../gateway/testing/free-port.ts'
import { startIdentityProvider } from '../gateway/testing/identity-provider.ts'
import { startStage, whoIs } from '../gateway/testing/sign-in-stage.ts'

const file = new URL('compose.yaml', import.meta.url)
const compose = z
  .object({
    services: z.object({
      gateway: z.object({
        environment: z.record(z.string(), z.string()),
        ports: z.array(z.string()),
      }),
      provider: z.object({ command: z.array(z.string()), build: z.object({ target: z.string() }) }),
      service: z.object({ command: z.array(z.string()) }),
    }),
  })
  .parse(parse(readFileSync(file, 'utf8'), { merge: true }))
const { gateway, provider, service } = compose.services

const ended: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ended.splice(0)) await end()
})

describe('the trial', () => {
  test('starts the gateway with settings that it accepts', () => {
    const { signIn, roles, ...settings } = readSettings(gateway.environment)
    expect(settings).toMatchObject({ url: 'http://127.0.0.1:4302', readOnly: false })
    expect(signIn).toBeDefined()
    if (signIn) checkSettings({ ...signIn, roles })
  })

  test('starts the provider and the service where the gateway looks for them', () => {
    const { OIDC_ISSUER = '', DRATA_API_URL = '', PUBLIC_URL } = gateway.environment
    const issuerPort = new URL(OIDC_ISSUER).port
    expect(provider.command).toEqual([
      'node',
      'deploy/trial/provider.ts',
      '--port',
      issuerPort,
      '--app',
      PUBLIC_URL,
    ])
    expect(gateway.ports).toContain(`127.0.0.1:${issuerPort}:${issuerPort}`)
    expect(service.command.slice(-2)).toEqual(['--port', new URL(DRATA_API_URL).port])
    const containerfile = readFileSync(new URL('../Containerfile', import.meta.url), 'utf8')
    expect(containerfile).toMatch(new RegExp(`^FROM .+ AS ${provider.build.target}$`, 'm'))
  })

  test('has a provider that says where it is', async () => {
    const port = String(await freePort())
    const [node = '', script = ''] = provider.command
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const started = spawn(node, [script, '--port', port, '--app', 'http://localhost:1'], {
      cwd: root,
      stdio: 'ignore',
    })
    ended.push(() => started.kill())
    const found = await vi.waitFor(
      async () => (await fetch(`http://localhost:${port}/.well-known/openid-configuration`)).text(),
      { timeout: 60_000, interval: 200 },
    )
    expect(found).toContain(`"issuer":"http://localhost:${port}"`)
  }, 90_000)

  test('signs anybody in who gives a name', async () => {
    const asking = await startIdentityProvider({ asksWho: true, host: 'localhost' })
    expect(asking.clientSecret).toBe(gateway.environment['OIDC_CLIENT_SECRET'])
    const stage = await startStage({ provider: asking })
    ended.push(stage.close)
    asking.setGroups('ben', ['analysts'])
    const browser = createCookieBrowser()
    const { url, answer } = await browser.follow(`${stage.url}/sign-in/start`)
    expect(answer?.text).toContain('name="login"')
    const sent = await browser.visit(url, {
      method: 'POST',
      body: 'prompt=login&login=ben&password=any',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    await browser.follow(new URL(sent.headers.location ?? '', url).href)
    expect(await whoIs(stage, browser)).toMatchObject({ subject: 'ben', role: 'edit' })
  })
})
