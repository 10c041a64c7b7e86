import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewCreateRequestV1 } from '../../../domain/contract/requests.ts'
import { provide } from '../../../lib/services.ts'
import { answer, rawAnswer, serve } from '../../../testing/answers.ts'
import { listOf, lost, methodsOf, requestOf, serveCreation } from '../../../testing/creations.ts'
import { creatingPage, request, row, TITLE } from '../../../testing/once/creating.ts'
import { type FormCarrier, formCarrier } from '../../transport/form-carrier.ts'
import type { CreateOptions } from './creations.ts'

const created = () => answer(row(12, { socReviewForm: {} }), 201)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('creating a review', () => {
  it('sends it as it was asked for, once, after a look at what is there', async () => {
    const requests = serveCreation([listOf()], [created])
    await expect(creatingPage().create()).resolves.toMatchObject({
      outcome: 'done',
      review: { id: 12 },
    })
    expect(methodsOf(requests)).toEqual(['GET', 'POST'])
    expect(requests[0]?.url.search).toBe('?size=50&sort=createdAt&sortDir=DESC')
    expect(requests[1]?.url.pathname).toBe('/api/v2/vendors/7/security-reviews')
    expect(requestOf(requests[1])).toEqual(request())
  })

  it.each([400, 401, 402, 403, 404, 412, 413, 422])(
    'leaves it absent after a refusal (%i), which is not looked up',
    async (status) => {
      const requests = serveCreation([listOf()], [() => answer({ statusCode: status }, status)])
      const absent = { outcome: 'absent', error: { status } }
      await expect(creatingPage().create()).resolves.toMatchObject(absent)
      expect(methodsOf(requests)).toEqual(['GET', 'POST'])
    },
  )

  it('sends nothing where there is no connection to begin with', async () => {
    const requests = serveCreation([lost], [])
    const absent = { outcome: 'absent', error: { status: 0 } }
    await expect(creatingPage().create()).resolves.toMatchObject(absent)
    expect(methodsOf(requests)).toEqual(['GET'])
  })

  it('goes on where the list cannot be read', async () => {
    serveCreation([() => answer({ statusCode: 403 }, 403)], [created])
    await expect(creatingPage().create()).resolves.toMatchObject({ outcome: 'done' })
  })

  it('sends nothing once it was aborted', async () => {
    const aborted = new AbortController()
    const requests = serve(() => {
      aborted.abort(new Error('Never mind'))
      return listOf()()
    })
    const absent = { outcome: 'absent', error: { message: 'Never mind' } }
    await expect(creatingPage().create({ signal: aborted.signal })).resolves.toMatchObject(absent)
    expect(methodsOf(requests)).toEqual(['GET'])
  })
})

describe('creating a review with its report', () => {
  const file = new File(['%PDF-1.4'], 'Bericht 2026.pdf', { type: 'application/pdf' })
  const withFile = { file: { file, documentType: 'SOC_DOCUMENT' } } as const

  const carry = (carrier: FormCarrier): { address: string; form: FormData }[] => {
    const carried: { address: string; form: FormData }[] = []
    provide(formCarrier, (address, form, options) => {
      carried.push({ address, form })
      return carrier(address, form, options)
    })
    return carried
  }
  const accepted = rawAnswer({ id: 12 }, 201)

  it('sends both in one form', async () => {
    serveCreation([listOf()], [])
    const [onProgress, progress] = [vi.fn(), { sent: 4, total: 8 }]
    const carried = carry(async (_, __, options) => {
      options.onProgress?.(progress)
      return accepted
    })
    await expect(creatingPage().create({ ...withFile, onProgress })).resolves.toMatchObject({
      outcome: 'done',
    })
    expect(carried).toHaveLength(1)
    expect(carried[0]?.address).toBe('/api/v2/vendors/7/security-reviews/with-file')
    expect(Object.fromEntries(carried[0]?.form ?? [])).toEqual({
      ...request(),
      documentType: 'SOC_DOCUMENT',
      file,
    })
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(progress)
  })

  it('is looked up like any other', async () => {
    serveCreation([listOf(), listOf(row(12))], [])
    carry(async () => null)
    const done = { outcome: 'done', review: { id: 12 } }
    await expect(creatingPage().create(withFile)).resolves.toMatchObject(done)
  })

  /** Aborts after this many of 8 bytes, and ends as the connection does, or with the answer. */
  const abortAfter = async (sent: number, onPhase?: CreateOptions['onPhase']) => {
    const controller = new AbortController()
    carry(
      (_, __, options) =>
        new Promise((resolve, reject) => {
          options.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error))
          options.onProgress?.({ sent, total: 8 })
          controller.abort(new Error('Canceled'))
          resolve(accepted)
        }),
    )
    return creatingPage().create({ ...withFile, signal: controller.signal, onPhase })
  }

  it('is looked for when it is aborted, and said to be absent only then', async () => {
    const requests = serveCreation([listOf(), listOf(), listOf(), listOf()], [])
    const phases: string[] = []
    await expect(abortAfter(7, (phase) => phases.push(phase))).resolves.toMatchObject({
      outcome: 'absent',
    })
    expect(requests).toHaveLength(4)
    expect(phases).toEqual(['sending', 'looking'])
  })

  it('is done where it arrived although it was aborted', async () => {
    serveCreation([listOf(), listOf(), listOf(row(12))], [])
    await expect(abortAfter(7)).resolves.toMatchObject({ outcome: 'done', review: { id: 12 } })
  })

  it('waits for the answer once all of it was sent', async () => {
    serveCreation([listOf()], [])
    await expect(abortAfter(8)).resolves.toMatchObject({ outcome: 'done' })
  })

  it('is not what version 1 can do', async () => {
    const requests = serve(listOf())
    const options = { ...withFile, apiVersion: 1 } as const
    await expect(creatingPage().begin(options)).rejects.toThrow('takes no file')
    expect(methodsOf(requests)).toEqual([])
  })
})

describe('creating a review by version 1', () => {
  const answerV1 = {
    id: 12,
    type: 'SOC_REPORT',
    requesterUser: { id: 101, email: 'ada@example.com' },
    vendor: { id: 7, name: 'Northwind', category: 'FINANCE', risk: 'HIGH' },
  }

  it('always sends title and day of request, and neither note nor null', async () => {
    for (const change of [
      { note: 'Why', requesterUserId: null },
      { title: undefined, requestedAt: undefined, requesterUserId: 101 },
    ]) {
      const requests = serveCreation([listOf()], [() => answer(answerV1, 201)])
      const asked = { ...request(), ...change }
      await creatingPage().create({ apiVersion: 1 }, asked)
      expect(requests[1]?.url.pathname).toBe('/api/v1/vendors/7/security-reviews')
      expect(reviewCreateRequestV1.safeParse(requestOf(requests[1])).error).toBeUndefined()
      expect(requestOf(requests[1])).toMatchObject({ title: asked.title ?? null })
    }
  })

  it('answers with the vendor and the people', async () => {
    serveCreation([listOf()], [() => answer(answerV1, 201)])
    await expect(creatingPage().create({ apiVersion: 1 })).resolves.toMatchObject({
      outcome: 'done',
      review: { id: 12, title: TITLE, requesterUser: { id: 101 } },
      answerV1: { vendor: { name: 'Northwind', risk: 'HIGH' } },
    })
  })
})
