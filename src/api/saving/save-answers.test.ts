import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptySocEdit, type SocEdit } from '../../domain/soc/edit.ts'
import { type SocItem } from '../../domain/soc/form-fields.ts'
import { isUnfinished } from '../../domain/work/work.ts'
import { FlakyService, VENDOR } from '../../testing/flaky-service.ts'
import {
  formOf,
  lastOf,
  reopened,
  save,
  startSave,
  untilOver,
  workFrom,
} from '../../testing/saves.ts'
import { ApiError } from '../transport/api-error.ts'

/** Answers of the service that do not match the request. */

const REVIEW = 5000
const KEY = { vendorId: VENDOR, reviewId: REVIEW }

const findingsOf = ({ model }: FlakyService): string[] =>
  model.get().findings.findings.map(({ description }) => description)
/** The lists of findings that were sent, in order. */
const sentBy = ({ puts }: FlakyService): (readonly SocItem[] | undefined)[] =>
  (puts as { socForm?: { findings?: { findings?: SocItem[] } } }[]).map(
    ({ socForm }) => socForm?.findings?.findings,
  )
const saveOf = (from: SocEdit, to: SocEdit) => untilOver(save(KEY, from, to))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an answer without a form', () => {
  it('is never taken for what was saved', async () => {
    const service = new FlakyService(REVIEW, formOf(['a'], 'Pell'), [null, null, '500 before'])
    service.answersWithForm = false
    const record = startSave(
      KEY,
      workFrom(['SOC 2', formOf(['a'], 'Pell')], ['SOC 2', formOf(['a'], 'Marsh')]),
    )
    await expect(untilOver(record.end)).rejects.toBeInstanceOf(ApiError)
    expect(lastOf(record.kept).mine['cpaFirm.cpaFirm']).toBe('Marsh')
    expect(isUnfinished(lastOf(record.kept))).toBe(true)
    const again = startSave(KEY, reopened(lastOf(record.kept)))
    await expect(untilOver(again.end)).resolves.toMatchObject({ kind: 'saved' })
    expect(service.puts).toHaveLength(1)
  })

  it('costs one look between a clear and its addition', async () => {
    const service = new FlakyService(REVIEW, formOf(['a', 'b']))
    service.answersWithForm = false
    await expect(saveOf(formOf(['a', 'b']), formOf(['c', 'b']))).resolves.toMatchObject({
      kind: 'saved',
    })
    expect(findingsOf(service)).toEqual(['c', 'b'])
    expect(service.methods).toEqual(['GET', 'PUT', 'GET', 'PUT', 'GET'])
  })
})

describe('a service that stores something else', () => {
  it('shows other letters, which are not sent again', async () => {
    const service = new FlakyService(REVIEW, formOf(['a']), [null, 'lost after'])
    service.spells = (body) => body.replace('  b  ', 'b').replace('e\u0301', '\u00E9')
    await expect(
      saveOf(formOf(['a']), formOf(['a', '  b  ', 'cafe\u0301'], ' Pell ')),
    ).resolves.toMatchObject({ kind: 'saved' })
    expect(findingsOf(service)).toEqual(['a', 'b', 'caf\u00E9'])
    expect(service.puts).toHaveLength(1)
  })

  it('drops an item, and that is not called saved', async () => {
    const service = new FlakyService(REVIEW, formOf(['a']))
    service.spells = (body) => body.replace(',{"description":"c"}', '')
    const end = await saveOf(formOf(['a']), formOf(['a', 'b', 'c']))
    expect(end).toMatchObject({ kind: 'conflict', conflicts: [{ path: 'findings.findings' }] })
    expect(findingsOf(service)).toEqual(['a', 'b'])
    expect(service.puts).toHaveLength(1)
  })

  it('changes a text, which is asked about and not sent a second time', async () => {
    const service = new FlakyService(REVIEW, formOf([]), [null, 'lost after'])
    service.spells = (body) => body.replace('"b"', '"B, as we write it"')
    const end = await saveOf(formOf([]), formOf(['b']))
    expect(end).toMatchObject({ kind: 'conflict' })
    expect(service.puts).toHaveLength(1)
  })

  it('says that it took what it does not do, and is given up', async () => {
    const service = new FlakyService(REVIEW, formOf(['a', 'b']))
    service.spells = () => '{}'
    const end = await saveOf(formOf(['a', 'b']), formOf(['a', 'c'])).catch(
      (error: unknown) => error,
    )
    expect(end).not.toMatchObject({ kind: 'saved' })
    expect(service.puts.length).toBeLessThan(13)
    expect(findingsOf(service)).toEqual(['a', 'b'])
  })
})

describe('fields of items that the app does not know', () => {
  const scored = (description: string, score: number): SocItem => ({ description, score })
  const withItems = (items: readonly SocItem[]): SocEdit => {
    const form = emptySocEdit()
    form.findings.findings = items as SocEdit['findings']['findings']
    return form
  }

  it('are sent back as they came', async () => {
    const service = new FlakyService(REVIEW, formOf([]))
    service.model.form.findings.findings = [scored('a', 1), scored('b', 2)] as never
    // The fake service only knows the fields of the contract.
    service.spells = (body) => body.replaceAll(/,"score":\d/g, '')
    const base = withItems([scored('a', 1), scored('b', 2)])
    await saveOf(base, withItems([scored('changed', 1), scored('b', 2)]))
    expect(sentBy(service)).toEqual([[], [scored('changed', 1), scored('b', 2)]])
  })

  it('are left out only where the service refuses what it sent itself', async () => {
    const service = new FlakyService(REVIEW, formOf([]))
    service.model.form.findings.findings = [scored('a', 1)] as never
    service.refuses = (body) => (body.includes('score') ? 422 : undefined)
    await expect(
      saveOf(withItems([scored('a', 1)]), withItems([scored('changed', 1)])),
    ).resolves.toMatchObject({ kind: 'saved' })
    expect(findingsOf(service)).toEqual(['changed'])
  })
})

describe('a review that is completed meanwhile', () => {
  it.each(['before the save', 'before its first request'])(
    '%s: nothing is written, and it is said',
    async (when) => {
      const service = new FlakyService(REVIEW, formOf(['a']))
      if (when === 'before the save') service.status = 'COMPLETED'
      else
        service.refuses = () => {
          service.status = 'COMPLETED'
          return 422
        }
      const record = startSave(KEY, workFrom(['SOC 2', formOf(['a'])], ['SOC 2', formOf(['b'])]))
      await expect(untilOver(record.end)).resolves.toMatchObject({ kind: 'completed' })
      expect(findingsOf(service)).toEqual(['a'])
      expect(lastOf(record.kept).mine['findings.findings']).toEqual([{ description: 'b' }])
      expect(isUnfinished(lastOf(record.kept))).toBe(false)
    },
  )

  it('in the middle of a save ends it, with its words kept', async () => {
    const service = new FlakyService(REVIEW, formOf(['a']))
    service.afterPut = () => {
      service.status = 'COMPLETED'
    }
    const record = startSave(KEY, workFrom(['SOC 2', formOf(['a'])], ['SOC 2', formOf(['b'])]))
    await expect(untilOver(record.end)).resolves.toMatchObject({ kind: 'completed' })
    expect(service.puts).toHaveLength(1)
    expect(lastOf(record.kept).mine['findings.findings']).toEqual([{ description: 'b' }])
    expect(isUnfinished(lastOf(record.kept))).toBe(true)
  })
})

it('what another one adds to a list that we cleared is asked about, and in reach', async () => {
  const service = new FlakyService(REVIEW, formOf(['a']))
  service.afterPut = () => {
    service.afterPut = () => undefined
    service.model.put({ findings: { findings: [{ description: 'theirs' }] } })
  }
  const work = workFrom(['SOC 2', formOf(['a'])], ['SOC 2', formOf(['b'])])
  const record = startSave(KEY, work)
  await expect(untilOver(record.end)).resolves.toMatchObject({ kind: 'conflict' })
  const decided = startSave(KEY, lastOf(record.kept), { decided: () => 'both' })
  await expect(untilOver(decided.end)).resolves.toMatchObject({ kind: 'saved' })
  expect(findingsOf(service)).toEqual(['theirs', 'b'])
})

it('a list that two mend at once is concluded about once one of them has stood back', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const service = new FlakyService(REVIEW, formOf(['a', 'b', 'c one']))
  const hold = (...findings: string[]): void => {
    service.model.form.findings.findings = formOf(findings).findings.findings
  }
  let puts = 0
  service.afterPut = () => {
    puts += 1
    if (puts !== 2) return
    // Their write came between our clear and our addition. A moment later they add our items to it.
    hold('a', 'b', 'c two', 'm', 'b', 'c one')
    setTimeout(() => hold('m', 'b', 'c one'), 500)
  }
  await expect(
    saveOf(formOf(['a', 'b', 'c one']), formOf(['m', 'b', 'c one'])),
  ).resolves.toMatchObject({ kind: 'saved' })
  expect(findingsOf(service)).toEqual(['m', 'b', 'c one'])
  expect(service.puts).toHaveLength(2)
})

it('a title that arrived unanswered and was typed back is taken back', async () => {
  const service = new FlakyService(REVIEW, formOf([]), [null, 'dies after'])
  const work = workFrom(['SOC 2', formOf([])], ['SOC 2 of 2026', formOf([])])
  const first: { kept: (typeof work)[] } = { kept: [] }
  await untilOver(
    service.untilDeath(() => {
      const record = startSave(KEY, work)
      first.kept = record.kept
      return record.end
    }),
  )
  expect(service.title).toBe('SOC 2 of 2026')
  const { mine, ...rest } = reopened(lastOf(first.kept))
  await untilOver(startSave(KEY, { ...rest, mine: { ...mine, title: 'SOC 2' } }).end)
  expect(service.title).toBe('SOC 2')
})

it('a service that asks for more time than anybody waits ends the save at once', async () => {
  const service = new FlakyService(REVIEW, formOf([]))
  service.refuses = () => 503
  service.retryAfter = 3_600
  const end = untilOver(save(KEY, formOf([]), formOf(['a'])))
  await expect(end).rejects.toMatchObject({ status: 503, retryAfter: 3_600 })
  expect(service.puts).toHaveLength(1)
})

it('a service that never takes it is asked three times, and no more', async () => {
  const service = new FlakyService(REVIEW, formOf([]))
  service.refuses = () => 500
  await expect(saveOf(formOf([]), formOf(['a']))).rejects.toMatchObject({ status: 500 })
  expect(service.puts).toHaveLength(3)
})
