import { describe, expect, test } from 'vitest'
import { fileRefusal } from './file-address.ts'

const HOSTS = ['.amazonaws.com', 'files.example.com']
const reasonOf = (address: string) => fileRefusal(address, HOSTS)?.reason

describe('fileRefusal', () => {
  test.each([
    'https://files.example.com/report.pdf?signature=abc',
    'https://FILES.example.com/report.pdf',
    'https://files.example.com:443/report.pdf',
    'https://bucket.s3.eu-central-1.amazonaws.com/a%2Fb.pdf',
  ])('lets %s be fetched', (address) => {
    expect(fileRefusal(address, HOSTS)).toBeUndefined()
  })

  test.each([
    'https://elsewhere.example.com/report.pdf',
    'https://amazonaws.com/report.pdf',
    'https://notamazonaws.com/report.pdf',
    'https://files.example.com.evil.test/report.pdf',
    'https://evil.test/?https://files.example.com/',
    'https://10.0.0.1/report.pdf',
    'https://[::1]/report.pdf',
    'https://localhost/report.pdf',
  ])('names the host of %s', (address) => {
    const refusal = fileRefusal(address, HOSTS)
    expect(refusal?.reason).toBe('file-host')
    expect(refusal?.message).toContain(`This document lies on ${new URL(address).hostname}, `)
  })

  test.each([
    'http://files.example.com/report.pdf',
    'ftp://files.example.com/report.pdf',
    'file:///etc/passwd',
    'data:application/pdf,x',
    'https://user@files.example.com/report.pdf',
    'https://files.example.com@evil.test:8443/report.pdf',
    'https://files.example.com:8443/report.pdf',
    '/report.pdf',
    '',
  ])('refuses %s as an address', (address) => {
    expect(reasonOf(address)).toBe('file-address')
  })
})
