import { expect } from './helpers/fixtures.ts'
import { test } from './helpers/gateway.ts'
import { listen } from './helpers/listen.ts'
import { urlOf } from './helpers/ports.ts'

const review = '/api/v2/vendors/7/security-reviews/3'
const documents = '/api/v2/vendors/7/documents'
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

/** What another website could try: each content type, each way that a page has to send. */
const attempt = async ({
  app,
  types,
}: {
  app: string
  types: readonly string[]
}): Promise<void> => {
  const target = `${app}/api/v2/vendors/7/documents`
  const body = '{"action":"finalize"}'
  const sendings: Promise<unknown>[] = []
  for (const type of [...types, 'application/json']) {
    const headers = { 'content-type': type }
    for (const mode of ['no-cors', 'cors'] as const)
      sendings.push(fetch(target, { method: 'POST', mode, credentials: 'include', headers, body }))
    navigator.sendBeacon(target, new Blob([body], { type }))
  }
  const review = `${app}/api/v2/vendors/7/security-reviews/3`
  sendings.push(fetch(review, { method: 'PUT', credentials: 'include', body }))
  sendings.push(fetch(review, { mode: 'no-cors', credentials: 'include' }))
  sendings.push(
    fetch(`${app}/sign-in/out`, { method: 'POST', mode: 'no-cors', credentials: 'include' }),
  )
  await Promise.allSettled(sendings)
}

test.describe('A page of another website', { tag: '@live' }, () => {
  for (const host of ['localhost', '127.0.0.1'])
    test(`at ${host} can make no request in the name of who is signed in`, async ({
      page,
      context,
      service,
      startSignIn,
      allowConsoleErrors,
    }) => {
      allowConsoleErrors(/CORS|Framing|Failed to load resource|Not allowed|status of 40\d/i)
      const gateway = await startSignIn({ DRATA_API_URL: service.url })
      const app = urlOf('own')
      await page.goto(`${app}/robots.txt`)
      await page.goto(`${app}/vendors`)
      service.takeReceived()
      const foreign = await listen((_request, response) => {
        response.setHeader('content-type', 'text/html')
        response.end(
          FORM_TYPES.map(
            (type, index) =>
              `<form method="post" action="${app}${documents}" enctype="${type}" target="frame${index}"><input name="a" value="b"></form><iframe name="frame${index}"></iframe>`,
          ).join(''),
        )
      })
      const theirs = await context.newPage()
      await theirs.goto(foreign.url.replace('127.0.0.1', host))
      await theirs.evaluate(attempt, { app, types: FORM_TYPES })
      await theirs.evaluate(() => {
        for (const form of document.forms) form.submit()
      })
      // Each of them arrives at the gateway: by fetch, as a beacon and as a form.
      await expect
        .poll(
          () =>
            gateway
              .accessLog()
              .filter(({ method, path }) => method === 'POST' && path === documents).length,
        )
        .toBeGreaterThanOrEqual(FORM_TYPES.length * 4)
      expect(service.takeReceived().filter(({ method }) => method !== 'GET')).toEqual([])
      await foreign.close()

      // The same requests of the app's own page go through, and its user is still signed in.
      const status = await page.evaluate(
        async (path) => (await fetch(path, { method: 'PUT', body: '{}' })).status,
        review,
      )
      expect(status).toBe(200)
      expect(service.takeReceived().map(({ method }) => method)).toContain('PUT')
    })
})
