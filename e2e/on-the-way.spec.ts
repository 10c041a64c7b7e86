import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expectUpload, listedAs, spreadsheet, uploadOf, uploadsOf } from './helpers/files.ts'
import { expect } from './helpers/fixtures.ts'
import { chooseFiles, reviewPath } from './helpers/pages.ts'
import { pageOf, test } from './helpers/proxy.ts'
import { expectState, save } from './helpers/saving.ts'

const { nearlyFinished } = LANDMARKS
const PATH = `${reviewPath(nearlyFinished)}?open=reportOpinion`
const ATTACK = 'The portal echoes <script>alert(1)</script> in the name of a file.'
const SIGN_IN = 'Sign in again in a new tab'

/** The PUTs that the page sends from now on. */
const countPuts = (page: Page): (() => number) => {
  let puts = 0
  page.on('request', (request) => {
    puts += Number(request.method() === 'PUT')
  })
  return () => puts
}

test('a firewall that refuses a save is named, and nothing is lost or sent again', async ({
  page,
  open,
}) => {
  await open(PATH, { scenario: 'firewall@updateVendorSecurityReview*1' })
  const text = page.getByLabel('Follow-up activity')
  const puts = countPuts(page)
  await text.fill(ATTACK)
  await save(page)
  const alert = page.getByRole('alert').filter({ hasText: 'A proxy or firewall' })
  await expect(alert).toContainText('refused this (status 403)')
  await expect(alert).toContainText('change that and try again')
  await expectState(page, 'Not saved')
  expect(puts()).toBe(1)
  await expect(page.getByRole('link', { name: SIGN_IN })).toHaveCount(0)
  await expect(page.getByRole('alert', { name: 'Unfinished save' })).toHaveCount(0)
  await expect(text).toHaveValue(ATTACK)
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expectState(page, 'Saved')
  expect(puts()).toBe(2)
})

for (const { scenario, sentence } of [
  { scenario: 'too-large-page', sentence: 'as too large. Make it smaller' },
  { scenario: 'firewall', sentence: 'or a kind of file: change that' },
  { scenario: 'html', sentence: 'the sign-in page of your network' },
  { scenario: 'down-page', sentence: 'a server on the way to Drata' },
])
  test(`${scenario}: a file that was stopped on the way says why, and goes at a retry`, async ({
    page,
    open,
  }) => {
    await open(reviewPath(nearlyFinished), { scenario: `${scenario}@uploadVendorDocument*1` })
    await chooseFiles(page, page.getByLabel('Upload report'), { name: 'new.pdf' })
    await expectUpload(page, 'new.pdf', 'Failed')
    await expect(uploadOf(page, 'new.pdf').getByRole('alert')).toContainText(sentence)
    await expect(page.getByText('Your session has ended')).toHaveCount(0)
    await uploadOf(page, 'new.pdf').getByRole('button', { name: 'Retry' }).click()
    await expectUpload(page, 'new.pdf', 'Uploaded')
    await expect(listedAs(page, 'Documents', 'new.pdf')).toHaveCount(1)
  })

test('a session that ends during an upload: the file is looked for once somebody has signed in', async ({
  page,
  open,
}) => {
  // Two lists pass: that of the page, and the check before sending.
  await open(reviewPath(nearlyFinished), {
    scenario: 'drop-after@uploadVendorDocument*1,signed-out@getVendorDocuments~2*1',
  })
  await expect(listedAs(page, 'Documents', 'northwind-bridge-letter.pdf')).toHaveCount(1)
  let uploads = 0
  page.on('request', (request) => {
    uploads += Number(request.method() === 'POST' && request.url().endsWith('/documents'))
  })
  await chooseFiles(page, page.getByLabel('Upload report'), { name: 'new.pdf' })
  await expect(uploadOf(page, 'new.pdf')).toContainText('once you have signed in again')
  await expect(
    uploadsOf(page).getByRole('link', { name: 'signed in again in a new tab' }),
  ).toBeVisible()
  // The page checks at intervals whether somebody has signed in.
  await expectUpload(page, 'new.pdf', 'Uploaded')
  await expect(listedAs(page, 'Documents', 'new.pdf')).toHaveCount(1)
  expect(uploads).toBeLessThanOrEqual(1)
})

test.describe('A proxy in front of the gateway', { tag: '@live' }, () => {
  test('that takes words for an attack lets the reworded text pass', async ({
    page,
    behindProxy,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 403/)
    const url = await behindProxy(({ body }) =>
      body.includes('<script>') ? pageOf(403, 'Request blocked') : undefined,
    )
    await page.goto(url + PATH)
    const text = page.getByLabel('Follow-up activity')
    const alert = page.getByRole('alert').filter({ hasText: 'A proxy or firewall' })
    await text.fill(ATTACK)
    await save(page)
    await expect(alert).toContainText('such as the word “<script>”')
    await expect(page.getByRole('link', { name: SIGN_IN })).toHaveCount(0)
    await text.fill(ATTACK.replaceAll(/<\/?script>/g, 'script '))
    await save(page)
    await expectState(page, 'Saved')
  })

  test('that takes no large files stops the large one alone', async ({
    page,
    behindProxy,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 413/)
    const url = await behindProxy(({ method, body }) =>
      method === 'POST' && body.length > 1_000_000
        ? pageOf(413, 'Request entity too large')
        : undefined,
    )
    await page.goto(url + reviewPath(nearlyFinished))
    const large = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1_500_000)])
    await chooseFiles(page, page.getByLabel('Upload questionnaires'), spreadsheet('small.xlsx'), {
      ...spreadsheet('large.xlsx'),
      content: large,
    })
    await expectUpload(page, 'small.xlsx', 'Uploaded')
    await expectUpload(page, 'large.xlsx', 'Failed')
    await expect(uploadOf(page, 'large.xlsx').getByRole('alert')).toContainText('as too large')
    await expect(listedAs(page, 'Questionnaires', 'small.xlsx')).toHaveCount(1)
  })

  test('that redirects to its sign-in is opened in a new tab, and nothing repeats by itself', async ({
    page,
    behindProxy,
  }) => {
    let isSignedIn = false
    const location = 'https://sign-in.test/'
    const url = await behindProxy(() =>
      isSignedIn ? undefined : { status: 302, headers: { location } },
    )
    await page.goto(`${url}/vendors`)
    await expect(
      page.getByRole('heading', { level: 2, name: 'Another page answered' }),
    ).toBeVisible()
    await expect(page.getByRole('alert')).toContainText('Open Countersign in a new tab')
    await expect(page.getByRole('link', { name: SIGN_IN })).toHaveCount(0)
    isSignedIn = true
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('40 vendors')).toBeVisible()
  })

  test('that answers for the service in JSON is not taken for it', async ({
    page,
    behindProxy,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 40\d/)
    const url = await behindProxy(({ path }) =>
      path.startsWith('/api/v2/vendor-security-reviews')
        ? {
            status: 404,
            headers: { 'content-type': 'application/json' },
            body: '{"statusCode":404,"message":"No route"}',
          }
        : undefined,
    )
    await page.goto(url)
    await expect(page.getByRole('alert')).toContainText('refused this (status 404)')
    await expect(page).toHaveURL(`${url}/`)
  })
})
