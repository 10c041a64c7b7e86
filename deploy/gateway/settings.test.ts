import { describe, expect, test } from 'vitest'
import { ENV_DEFAULTS } from './environment.ts'
import { readSettings } from './settings.ts'

describe('readSettings', () => {
  const defaults = {
    url: 'https://public-api.drata.com/public',
    key: undefined,
    keyFile: undefined,
    apiVersion: 2,
    readOnly: false,
    requestsPerMinute: 480,
    fileHosts: ['.amazonaws.com', '.drata.com'],
    address: '0.0.0.0',
    port: 8080,
    metricsPort: undefined,
    publicHost: undefined,
    trustedProxies: [],
    webRoot: 'dist/live',
    auditLog: undefined,
    accessLog: undefined,
    storeUrl: undefined,
    roles: { read: [], edit: [], decide: [] },
    freshSignInSeconds: undefined,
    hstsSubdomains: false,
    signIn: undefined,
  }

  test('has defaults, also for variables that are set to nothing', () => {
    const nothing = Object.fromEntries(Object.keys(ENV_DEFAULTS).map((name) => [name, ' ']))
    expect(readSettings({})).toEqual(defaults)
    expect(readSettings(nothing)).toEqual(defaults)
  })

  test('reads what is set', () => {
    const env = {
      DRATA_API_URL: 'http://127.0.0.1:4313/',
      DRATA_API_KEY: 'a-key\n',
      DRATA_API_VERSION: '1',
      DRATA_READ_ONLY: '1',
      ROLE_DECIDE: 'security, ciso',
      FRESH_SIGN_IN_SECONDS: '600',
      TRUSTED_PROXIES: '10.0.0.0/8',
      DRATA_FILE_HOSTS: 'Files.example.com, .example.org',
    }
    expect(readSettings(env)).toEqual({
      ...defaults,
      url: 'http://127.0.0.1:4313',
      key: 'a-key',
      apiVersion: 1,
      readOnly: true,
      roles: { read: [], edit: [], decide: ['security', 'ciso'] },
      freshSignInSeconds: 600,
      trustedProxies: ['10.0.0.0/8'],
      fileHosts: ['files.example.com', '.example.org'],
    })
  })

  const signIn = {
    OIDC_ISSUER: 'https://id.example.com',
    OIDC_CLIENT_ID: 'countersign',
    OIDC_CLIENT_SECRET_FILE: '/run/secrets/client',
    PUBLIC_HOST: 'reviews.example.com',
    AUDIT_LOG: '/var/log/audit.jsonl',
  }

  test('reads how people sign in, with the secret from its file', () => {
    expect(readSettings(signIn, (path) => `secret of ${path}\n`)).toMatchObject({
      publicHost: 'reviews.example.com',
      signIn: {
        issuer: 'https://id.example.com',
        clientId: 'countersign',
        clientSecret: 'secret of /run/secrets/client',
        groupsClaim: 'groups',
        scopes: undefined,
        groupsRefreshSeconds: 300,
        idleSeconds: 3600,
        absoluteSeconds: 36_000,
        publicUrl: 'https://reviews.example.com',
      },
    })
  })

  test('says which parts of the sign-in are missing', () => {
    expect(() => readSettings({ OIDC_ISSUER: 'https://id.example.com' })).toThrow(
      'OIDC_CLIENT_ID must be set where OIDC_ISSUER is. OIDC_CLIENT_SECRET_FILE or OIDC_CLIENT_SECRET must hold the client’s secret. PUBLIC_HOST must be set where OIDC_ISSUER is. AUDIT_LOG must name a file where people sign in.',
    )
    const unreadable = () => {
      throw new Error('/run/secrets/client')
    }
    expect(() => readSettings(signIn, unreadable)).toThrow(
      'OIDC_CLIENT_SECRET_FILE must name a file that the gateway may read.',
    )
  })

  test.each([
    ['DRATA_API_URL', 'public-api.example'],
    ['DRATA_API_URL', 'ftp://public-api.drata.com'],
    ['DRATA_API_URL', 'https://me:secret@public-api.drata.com'],
    ['DRATA_API_URL', 'https://public-api.drata.com/?x=1'],
    ['DRATA_API_KEY', 'two words'],
    ['DRATA_API_KEY', 'one\r\nx-injected: two'],
    ['DRATA_API_KEY', '"quoted"'],
    ['DRATA_API_VERSION', '3'],
    ['DRATA_READ_ONLY', 'yes'],
    ['DRATA_REQUESTS_PER_MINUTE', 'many'],
    ['DRATA_FILE_HOSTS', '10.0.0.1'],
    ['DRATA_FILE_HOSTS', 'https://files.example.com'],
    ['DRATA_FILE_HOSTS', 'files.example.com,,localhost'],
    ['DRATA_FILE_HOSTS', '*.amazonaws.com'],
    ['ADDRESS', 'my-host'],
    ['PORT', '70000'],
    ['METRICS_PORT', 'x9'],
    ['PUBLIC_HOST', 'https://reviews'],
    ['PUBLIC_URL', 'reviews.test'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['SESSION_STORE_URL', 'http://valkey'],
    ['FRESH_SIGN_IN_SECONDS', '10 minutes'],
    ['HSTS_SUBDOMAINS', 'no'],
    ['OIDC_ISSUER', 'id.example'],
    ['SESSION_SECONDS', '10h'],
  ])('refuses %s=%j in a sentence that does not repeat the value', (name, value) => {
    const read = () => readSettings({ [name]: value })
    expect(read).toThrow(new RegExp(`^${name} must .+\\.$`))
    expect(read).not.toThrow(value)
  })
})
