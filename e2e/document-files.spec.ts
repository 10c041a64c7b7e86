import { demoFile } from '../mocks/reports/demo-files.ts'
import { REPORT_VENDORS } from '../mocks/seed/report-vendors.ts'
import { expect, test } from './helpers/fixtures.ts'

for (const [vendor, { vendorId, documents }] of Object.entries(REPORT_VENDORS))
  test(`the page reads the files of ${vendor}`, async ({ open, page }) => {
    await open(`/vendors/${vendorId}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const files = await page.evaluate(async (id) => {
      const list = await fetch(`/api/v2/vendors/${id}/documents`)
      const { data } = (await list.json()) as { data: { id: number; name: string }[] }
      return Promise.all(
        data.map(async (document) => {
          const file = await fetch(`/api/files/vendors/${id}/documents/${document.id}`)
          const { status, headers } = file
          const bytes = new Uint8Array(await file.arrayBuffer())
          const said = ['content-type', 'content-length', 'x-gateway'].map((name) =>
            headers.get(name),
          )
          return { name: document.name, status, said, bytes: [...bytes] }
        }),
      )
    }, vendorId)
    expect(files.map(({ name }) => name).toSorted()).toEqual(
      documents.map(([name]) => name as string).toSorted(),
    )
    for (const { name, status, said, bytes } of files) {
      const truth = demoFile(name) ?? new Uint8Array()
      expect(status).toBe(200)
      expect(said).toEqual(['application/octet-stream', String(truth.length), 'forwarded'])
      expect(Buffer.compare(Buffer.from(bytes), truth), `the bytes of ${name}`).toBe(0)
    }
  })
