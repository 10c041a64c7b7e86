import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const script = fileURLToPath(new URL('start.sh', import.meta.url))

const start = (env: Record<string, string>) =>
  spawnSync('sh', [script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', DRATA_API_KEY: 'a-key', ...env },
  })

// The end-to-end tests check that it starts with valid settings, where nginx is installed.
describe.skipIf(process.platform === 'win32')('start.sh', () => {
  test.each([
    ['DRATA_API_KEY', 'two words'],
    ['DRATA_API_KEY', 'key";injected'],
    ['DRATA_API_KEY', 'one\ntwo'],
    ['DRATA_API_KEY', '$request_uri'],
    ['DRATA_API_KEY_FILE', '/nowhere/key'],
    ['DRATA_API_URL', 'public-api.example'],
    ['DRATA_API_URL', 'https://me:secret@public-api.example'],
    ['DRATA_API_URL', 'https://public-api.example/$x'],
    ['DRATA_API_VERSION', '3'],
    ['DRATA_READ_ONLY', 'yes'],
    ['PORT', '80;'],
    ['WEB_ROOT', '/nowhere'],
  ])('refuses %s=%j in a sentence that does not repeat the value', (name, value) => {
    const { status, stdout, stderr } = start({ [name]: value })
    expect(status).toBe(1)
    expect(stderr).toMatch(/(?:must|Set) .+\.\n$/)
    expect(stdout + stderr).not.toContain(value)
  })

  test.each([
    [{ SIGN_IN_URL: 'oauth2-proxy:4180', PUBLIC_HOST: 'a.test' }, 'SIGN_IN_URL must be'],
    [{ SIGN_IN_URL: 'http://oauth2-proxy:4180' }, 'PUBLIC_HOST must be'],
    [{ SIGN_IN_URL: 'http://a', PUBLIC_HOST: 'a.test', ADDRESS: 'all' }, 'ADDRESS must be'],
    [{ DRATA_API_KEY: '' }, 'Set DRATA_API_KEY_FILE, or DRATA_API_KEY.'],
  ])('refuses %j', (env, sentence) => {
    const { status, stderr } = start(env)
    expect(status).toBe(1)
    expect(stderr).toContain(sentence)
  })
})
