import { expect, test } from './helpers/fixtures.ts'
import { FORWARDED } from './helpers/gateway-words.ts'
import { HIT, madeUpAnswer } from './helpers/generate.ts'
import { expectNoSidewaysScrolling } from './helpers/pages.ts'

const SECTIONS =
  'reviewerInformation,complianceScope,reportOpinion,findings,endUserControls,servicesAndLocations,cpaFirm,subserviceOrganizations'

/** Four answers of either kind for each page. The later seeds once found a fault. */
const KINDS = [
  { kind: 'within the contract', odd: 0, seeds: [1, 2, 3, 7], mostRefused: 0 },
  { kind: 'outside the contract', odd: 5, seeds: [2, 59, 77, 83], mostRefused: 3 },
]

test.describe('made up answers', { tag: '@live' }, () => {
  for (const [name, path] of [
    ['the reviews of all vendors', '/'],
    ['the vendors', '/vendors'],
    ['the reviews of a vendor', '/vendors/7/security-reviews'],
    ['a review', `/vendors/7/security-reviews/9?open=${SECTIONS}`],
  ] as const)
    for (const { kind, odd, seeds, mostRefused } of KINDS)
      test(`${name}: answers ${kind} leave the page whole`, async ({
        page,
        open,
        allowConsoleErrors,
      }) => {
        allowConsoleErrors(/Failed to load resource/)
        const dialogs: string[] = []
        page.on('dialog', async (dialog) => {
          dialogs.push(dialog.message())
          await dialog.dismiss()
        })
        let refused = 0
        let seed = 0
        await page.route('**/api/v2/**', (route, request) =>
          route.fulfill({ headers: FORWARDED, json: madeUpAnswer(request.url(), seed, odd) }),
        )
        for (seed of seeds)
          await test.step(`seed ${seed}`, async () => {
            await page.setViewportSize({ width: 1280, height: 720 })
            await open(path)
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expectNoSidewaysScrolling(page)
            await page.setViewportSize({ width: 390, height: 844 })
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expectNoSidewaysScrolling(page)
            const schemes = await page
              .getByRole('link')
              .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol))
            expect(new Set(schemes).difference(new Set(['http:', 'https:', 'mailto:']))).toEqual(
              new Set(),
            )
            expect(await page.evaluate((hit) => hit in window, HIT)).toBe(false)
            expect(dialogs).toEqual([])
            refused += await page.getByRole('alert').count()
          })
        expect(refused, 'answers that could not be read').toBeLessThanOrEqual(mostRefused)
      })
})
