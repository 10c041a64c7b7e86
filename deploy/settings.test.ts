import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.ts'

describe('readSettings', () => {
  test('has defaults, also for variables that are set to nothing', () => {
    const defaults = {
      url: 'https://public-api.drata.com/public',
      key: undefined,
      apiVersion: 2,
      readOnly: false,
    }
    const nothing = {
      DRATA_API_URL: '',
      DRATA_API_KEY: ' ',
      DRATA_API_VERSION: '',
      DRATA_READ_ONLY: '',
    }
    expect(readSettings({})).toEqual(defaults)
    expect(readSettings(nothing)).toEqual(defaults)
  })

  test('reads what is set', () => {
    const env = {
      DRATA_API_URL: 'http://127.0.0.1:4313/',
      DRATA_API_KEY: 'a-key\n',
      DRATA_API_VERSION: '1',
      DRATA_READ_ONLY: '1',
    }
    expect(readSettings(env)).toEqual({
      url: 'http://127.0.0.1:4313',
      key: 'a-key',
      apiVersion: 1,
      readOnly: true,
    })
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
  ])('refuses %s=%j in a sentence that does not repeat the value', (name, value) => {
    const read = () => readSettings({ [name]: value })
    expect(read).toThrow(new RegExp(`^${name} must .+\\.$`))
    expect(read).not.toThrow(value)
  })
})
