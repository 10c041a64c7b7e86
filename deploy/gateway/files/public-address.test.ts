import { describe, expect, test } from 'vitest'
import { isPublicAddress, lookupPublic, type Resolve } from './public-address.ts'

describe('isPublicAddress', () => {
  test.each(['8.8.8.8', '52.216.0.1', '172.15.0.1', '172.32.0.1', '2600:1f18::1', '2a00:1450::5'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('lookupPublic', () => {
  const resolving =
    (...addresses: string[]): Resolve =>
    (_hostname, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
  const look = (resolve: Resolve, all: boolean) =>
    new Promise<unknown>((settle) => {
      lookupPublic(resolve)('files.example.com', { all }, (error, address, family) =>
        settle(error ? error.message : [address, family]),
      )
    })

  test('gives the addresses of a public name, one or all', async () => {
    const resolve = resolving('8.8.8.8', '2600:1f18::1')
    expect(await look(resolve, false)).toEqual(['8.8.8.8', 4])
    expect(await look(resolve, true)).toEqual([
      [
        { address: '8.8.8.8', family: 4 },
        { address: '2600:1f18::1', family: 6 },
      ],
      undefined,
    ])
  })

  test('gives none where one of them is private', async () => {
    const refused = 'files.example.com leads to a private address.'
    for (const all of [true, false]) {
      expect(await look(resolving('10.0.0.1'), all)).toBe(refused)
      expect(await look(resolving('8.8.8.8', '169.254.169.254'), all)).toBe(refused)
    }
  })

  test('says what the name server said', async () => {
    const failing: Resolve = (_hostname, _options, done) => done(new Error('ENOTFOUND'), [])
    expect(await look(failing, true)).toBe('ENOTFOUND')
    expect(await look(resolving(), true)).toBe('files.example.com has no address.')
  })
})
