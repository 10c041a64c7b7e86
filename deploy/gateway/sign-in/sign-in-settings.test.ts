import { expect, test } from 'vitest'
import { readClaims } from './claims.ts'
import { roleOf } from './role-of.ts'
import { checkSettings, type SignInSettings } from './sign-in-settings.ts'

const SETTINGS: SignInSettings = {
  issuer: 'https://login.example.com/tenant',
  clientId: 'countersign',
  clientSecret: 'a secret',
  publicUrl: 'https://countersign.example.com',
  groupsClaim: 'groups',
  idleSeconds: 3_600,
  absoluteSeconds: 36_000,
  groupsRefreshSeconds: 300,
  roles: { read: [], edit: [], decide: [] },
}

test.each([
  {},
  { publicUrl: 'http://127.0.0.1:8080' },
  { publicUrl: 'http://localhost:8080', issuer: 'http://[::1]:9000' },
])('%j is safe', (settings) => {
  expect(() => checkSettings({ ...SETTINGS, ...settings })).not.toThrow()
})

test.each([
  { publicUrl: 'https://countersign.example.com/' },
  { publicUrl: 'https://countersign.example.com/app' },
  { publicUrl: 'https://a:secret@countersign.example.com' },
  { publicUrl: 'http://countersign.example.com' },
  { publicUrl: 'http://localhost.example.com' },
  { publicUrl: 'countersign.example.com' },
  { issuer: 'http://login.example.com' },
  { issuer: '' },
  { idleSeconds: 0 },
  { absoluteSeconds: Number.NaN },
  { groupsRefreshSeconds: -1 },
])('%j is not', (settings) => {
  expect(() => checkSettings({ ...SETTINGS, ...settings })).toThrow(/^The [\w ]+ must .+\.$/)
})

const ROLES = { read: ['r', 'all'], edit: ['e', 'all'], decide: ['d'] }
test.each([
  [['r'], 'read'],
  [['r', 'e'], 'edit'],
  [['d', 'r'], 'decide'],
  [['all'], 'edit'],
  [['R', 'other', ''], undefined],
  [[], undefined],
])('the groups %j give the role %s', (groups, role) => {
  expect(roleOf(groups, ROLES)).toBe(role)
})

test('where one role has a group, nobody has a role without one', () => {
  expect(roleOf(['a'], { read: [], edit: [], decide: ['d'] })).toBeUndefined()
  expect(roleOf([], { read: [], edit: [], decide: [] })).toBe('decide')
})

test.each([
  [{ groups: ['a', 'b'] }, { groups: ['a', 'b'] }],
  [{ groups: 'a' }, { groups: ['a'] }],
  [{ groups: ['a', 1] }, { groups: [] }],
  [{ groups: { a: true } }, { groups: [] }],
  [{ email: 'ada@example.com' }, { email: 'ada@example.com' }],
  [{ email: 'ada@example.com', email_verified: true }, { email: 'ada@example.com' }],
  [{ email: 'ada@example.com', email_verified: false }, { email: null }],
  [{ email: 'ada@example.com', email_verified: 'false' }, { email: null }],
  [{ email: 7 }, { email: null }],
])('the claims %j say %j', (claims, said) => {
  const nothing = { subject: 'ada', email: null, groups: [] }
  expect(readClaims({ sub: 'ada', ...claims }, 'groups')).toEqual({ ...nothing, ...said })
})

test('groups come from the claim that was set, and from no other', () => {
  const claims = { sub: 'ada', groups: ['a'], roles: ['b'] }
  expect(readClaims(claims, 'roles').groups).toEqual(['b'])
  expect(readClaims(claims, 'toString').groups).toEqual([])
  expect(() => readClaims({ groups: ['a'] }, 'groups')).toThrow()
})
