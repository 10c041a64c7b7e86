import { describe, expect, it } from 'vitest'
import { formCarrier, readCarried } from './form-carrier.ts'
import { LANDMARKS } from './seed/landmarks.ts'
import { fileOf, formOf, openTestPage, TEST_ORIGIN } from './testing.ts'

const PATH = `/vendors/${LANDMARKS.quietHarbor.id}/documents`
const ADDRESS = `${TEST_ORIGIN}/api/v2${PATH}`
const MEGABYTES = 10

/** A file of some megabytes that throws when anything reads it. */
const unreadable = (): File => {
  const file = new File([new Uint8Array(MEGABYTES * 1_000_000)], 'report.pdf', {
    type: 'application/pdf',
  })
  const refuse = () => {
    throw new Error('The file was read.')
  }
  return Object.assign(file, { arrayBuffer: refuse, bytes: refuse, stream: refuse, text: refuse })
}

/** A page that uploads a document. */
const openPage = () => {
  const page = openTestPage({ readForm: readCarried })
  const carry = formCarrier(page.handlers)
  const steps: { sent: number; total: number }[] = []
  return {
    ...page,
    steps,
    upload: (signal?: AbortSignal, form = formOf({}, 'file', unreadable())) =>
      carry(ADDRESS, form, { signal, onProgress: (step) => steps.push(step) }),
    documents: async () => (await page.read(PATH)).data,
  }
}

describe('a form that is carried', () => {
  it('arrives with progress from nothing to all, and is answered, without being read', async () => {
    const { upload, steps, documents } = openPage()
    const answer = await upload()
    expect(answer?.status).toBe(201)
    expect(answer?.header('retry-after')).toBeNull()
    expect(JSON.parse(answer?.text ?? '')).toMatchObject({ name: 'report.pdf' })
    expect(await documents()).toHaveLength(1)
    const { total } = steps[0] ?? { total: 0 }
    expect(total).toBeGreaterThan(MEGABYTES * 1_000_000)
    expect(steps.length).toBeGreaterThan(3)
    expect(steps[0]).toEqual({ sent: 0, total })
    expect(steps.at(-1)).toEqual({ sent: total, total })
    expect(steps).toEqual(steps.toSorted((one, other) => one.sent - other.sent))
  })

  it('takes at least 300 ms, so that it can be seen', async () => {
    const { upload } = openPage()
    const started = performance.now()
    await upload(undefined, formOf({}, 'file', fileOf('tiny.pdf')))
    expect(performance.now() - started).toBeGreaterThanOrEqual(299)
  })

  it('never reaches the service when it is given up on the way, and says why', async () => {
    const { upload, documents } = openPage()
    const reason = new Error('Canceled by the analyst')
    const abort = new AbortController()
    const answer = upload(abort.signal)
    setTimeout(() => abort.abort(reason), 100)
    await expect(answer).rejects.toBe(reason)
    await expect(upload(AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(await documents()).toEqual([])
  })

  it('goes at 1 MB a second where the line is slow, and can be given up there at once', async () => {
    const { upload, steps, documents, play } = openPage()
    play('slow@uploadVendorDocument')
    const abort = new AbortController()
    const answer = upload(abort.signal)
    setTimeout(() => abort.abort(), 500)
    await expect(answer).rejects.toThrow('abort')
    const { sent } = steps.at(-1) ?? { sent: 0 }
    expect(sent).toBeGreaterThan(200_000)
    expect(sent).toBeLessThan(1_500_000)
    play('')
    expect(await documents()).toEqual([])
  })

  it('can be given up while a slow service has not acted yet', async () => {
    const { upload, documents, play } = openPage()
    play('slow@uploadVendorDocument')
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 600)
    const started = performance.now()
    await expect(upload(abort.signal, formOf({}, 'file', fileOf('tiny.pdf')))).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(1_500)
    expect(await documents()).toEqual([])
  })

  it('fails as the scenarios say', async () => {
    const { upload, documents, play } = openPage()
    const tiny = () => upload(undefined, formOf({}, 'file', fileOf('tiny.pdf')))
    for (const name of ['offline', 'drop']) {
      play(`${name}@uploadVendorDocument`)
      expect(await tiny()).toBeNull()
    }
    play('error-429@uploadVendorDocument*1')
    const throttled = await tiny()
    expect([throttled?.status, throttled?.header('retry-after')]).toEqual([429, '1'])
    expect(await documents()).toEqual([])
    play('drop-after@uploadVendorDocument')
    expect(await tiny()).toBeNull()
    expect(await documents()).toHaveLength(1)
  })
})
