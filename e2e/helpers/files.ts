import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import type { MadeFile } from './pages.ts'

/** The type of a spreadsheet. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const
export const spreadsheet = (name: string): MadeFile => ({
  name,
  mimeType: XLSX,
  content: `PK\x03\x04 ${name}`,
})

/** A picture: only its first bytes are real. */
export const picture = (name: string): MadeFile => ({
  name,
  mimeType: 'image/png',
  content: Buffer.from('\x89PNG', 'latin1'),
})

/** The list of uploads. */
export const uploadsOf = (page: Page): Locator => page.getByRole('region', { name: 'Uploads' })

/** One upload, also where the list is folded since all is done. */
export const uploadOf = (page: Page, name: string): Locator =>
  uploadsOf(page).getByRole('listitem', { includeHidden: true }).filter({ hasText: name })

/** Asserts the state of an upload. */
export const expectUpload = async (
  page: Page,
  name: string,
  state: 'Waiting' | 'Uploading' | 'Uploaded' | 'Failed' | 'Canceled',
): Promise<void> => {
  await expect(uploadOf(page, name)).toContainText(state)
}

/** The items of a list of files that have this name. */
export const listedAs = (page: Page, list: 'Questionnaires' | 'Documents', name: string): Locator =>
  page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: name })

/** Limits how fast the browser sends, in bytes a second; -1 removes the limit. */
export const limitUpload = async (page: Page, bytesPerSecond: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  })
}

/** Drops a file or a folder of this machine on an element, as the system's file manager does. */
export const dropFromDisk = async (target: Locator, path: string): Promise<void> => {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  const session = await target.page().context().newCDPSession(target.page())
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: (box?.x ?? 0) + 20,
      y: (box?.y ?? 0) + 10,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    })
}

/** Texts by their type, as a clipboard or a drag carries them. */
export type Texts = Readonly<Record<string, string>>

/** Drops texts on an element, or pastes them there, with a picture of them if one is asked for. */
export const giveTexts = async (
  target: Locator,
  how: 'drop' | 'paste',
  texts: Texts,
  { hasPicture = false } = {},
): Promise<void> => {
  const transfer = await target.page().evaluateHandle(
    ({ given, isPictured }) => {
      const data = new DataTransfer()
      for (const [type, text] of Object.entries(given)) data.setData(type, text)
      if (isPictured) data.items.add(new File(['\x89PNG'], 'image.png', { type: 'image/png' }))
      return data
    },
    { given: texts, isPictured: hasPicture },
  )
  if (how === 'paste')
    await target.evaluate(
      (element, clipboardData) =>
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        ),
      transfer,
    )
  else
    for (const type of ['dragenter', 'dragover', 'drop'])
      await target.dispatchEvent(type, { dataTransfer: transfer })
}
