import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { listFiles, sendFiles, type UploadTarget } from '../../../api/once/files/file-requests.ts'
import { noteAnswer, whenSignedIn } from '../../../api/transport/connection.ts'
import { formCarrier } from '../../../api/transport/form-carrier.ts'
import { provide } from '../../../lib/services.ts'
import { holds, LAW_LIMIT_MS } from '../../../testing/laws.ts'
import { FileWorld, fileWeather } from '../../../testing/once/file-world.ts'
import { isOver, type Upload } from './upload.ts'
import { createUploadQueue } from './upload-queue.ts'

/** Names that could be mistaken for each other, and some that could not. */
const NAMES = [
  'SOC2.pdf',
  'SOC2.pdf',
  'soc2.PDF',
  'SOC2',
  'SOC2 (1).pdf',
  'SOC_2.pdf',
  'Pr\u00FCf bericht.pdf',
  'Pru\u0308f bericht.pdf',
  'Pr_f_bericht.pdf',
  'Pr\u00C3\u00BCf bericht.pdf',
  'annex.csv',
  'letter.docx',
] as const

const DOCUMENT: UploadTarget = {
  kind: 'document',
  vendorId: 1,
  reviewId: 2,
  documentType: 'COMPLIANCE_REPORT',
}
const TARGETS: readonly UploadTarget[] = [
  DOCUMENT,
  { ...DOCUMENT, documentType: 'SOC_DOCUMENT' },
  { kind: 'questionnaires', vendorId: 1, reviewId: 2 },
  { kind: 'questionnaires', vendorId: 1, reviewId: 3 },
  { kind: 'questionnaires', vendorId: 1, reviewId: null },
]

const which = fc.nat(7)
const step = fc.oneof(
  fc.record({
    does: fc.constant('add' as const),
    target: fc.nat(TARGETS.length - 1),
    names: fc.array(fc.nat(NAMES.length - 1), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ does: fc.constantFrom('cancel' as const, 'retry' as const), which }),
  fc.record({ does: fc.constantFrom('retry all' as const, 'sign in' as const) }),
  fc.record({
    does: fc.constant('set the clock' as const),
    by: fc.integer({ min: -90_000, max: 90_000 }),
  }),
  fc.record({
    does: fc.constant('a colleague adds' as const),
    pool: fc.constantFrom('documents' as const, 'questionnaires' as const),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
const story = fc.record({
  /** How many different names and targets occur: with fewer, more files collide. */
  variety: fc.record({
    names: fc.integer({ min: 1, max: NAMES.length }),
    targets: fc.integer({ min: 1, max: TARGETS.length }),
  }),
  weather: fileWeather,
  steps: fc.array(fc.tuple(step, fc.constantFrom(0, 10, 700, 2_500, 9_000)), { maxLength: 14 }),
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const mayHaveArrived = ({ sentence }: Upload): boolean =>
  sentence !== null && /whether the file arrived|it may have arrived/.test(sentence)

/** The error in what the page says about a file, if any. */
const wrongOf = (upload: Upload, count: number, anyway: number): string | null => {
  const { state, isLooking } = upload
  if (count > 1 + anyway) return `is there ${count} times`
  if (state === 'uploaded' && count === 0) return 'is said to be uploaded, and is not there'
  const isSaidAbsent = (state === 'failed' || state === 'canceled') && !mayHaveArrived(upload)
  if (isSaidAbsent && !isLooking && count > anyway) return `is ${state}, and is there`
  return null
}

it(
  'each file arrives once, or the page lets the analyst see that it may not have',
  async () => {
    await holds(story, async ({ variety, weather, steps }) => {
      const world = new FileWorld(weather)
      provide(formCarrier, world.carry)
      const queue = createUploadQueue({
        send: sendFiles,
        list: listFiles,
        whenSignedIn,
        refreshList: () => undefined,
      })
      /** How often a file was sent although the analyst knew that it might exist. */
      const anyway = new Map<number, number>()
      let lastToken = 0
      const nameOf = (name: number): string => NAMES[name % variety.names] ?? ''
      const shown = (): readonly Upload[] => queue.getState().uploads

      const retry = (upload: Upload | undefined): void => {
        if (!upload) return
        if (mayHaveArrived(upload)) anyway.set(upload.size, (anyway.get(upload.size) ?? 0) + 1)
        queue.retry(upload.id)
      }
      const take = (taken: Step): void => {
        if (taken.does === 'add')
          queue.add(
            TARGETS[taken.target % variety.targets] ?? DOCUMENT,
            // The size identifies the file.
            taken.names.map((name) => new File(['x'.repeat(++lastToken)], nameOf(name))),
          )
        else if (taken.does === 'cancel') queue.cancel(shown()[taken.which]?.id ?? 0)
        else if (taken.does === 'retry') retry(shown()[taken.which])
        else if (taken.does === 'retry all') queue.retryAll()
        else if (taken.does === 'set the clock') vi.setSystemTime(Date.now() + taken.by)
        else if (taken.does === 'a colleague adds') world.addForeign(taken.pool, 'colleague.pdf')
        else {
          world.signIn()
          noteAnswer(null)
        }
      }
      const check = (): void => {
        for (const upload of shown()) {
          const { size, name, sentence } = upload
          const wrong = wrongOf(upload, world.countOf(size), anyway.get(size) ?? 0)
          if (wrong !== null)
            expect.fail(`${world.diary.join('\n')}\n${size}: “${name}” ${wrong}. ${sentence}`)
        }
      }
      const wait = async (milliseconds: number): Promise<void> => {
        await vi.advanceTimersByTimeAsync(milliseconds)
        check()
      }

      for (const [taken, milliseconds] of steps) {
        const names = taken.does === 'add' ? taken.names.map((name) => nameOf(name)) : []
        world.diary.push(`${JSON.stringify(taken)} ${names.join(', ')}`)
        take(taken)
        await wait(milliseconds)
      }
      world.diary.push('The weather turns fine.')
      world.endFaults()
      for (let times = 0; times < 6; times++) {
        // A running request may have met an expired session in the meantime.
        take({ does: 'sign in' })
        await wait(120_000)
        const open = shown().filter((upload) => !isOver(upload))
        if (times > 0 && open.length > 0)
          expect.fail(`${world.diary.join('\n')}\nThe queue stands: ${JSON.stringify(open)}`)
        for (const upload of shown()) if (upload.state === 'failed') retry(upload)
      }
      for (const upload of shown()) {
        expect(upload.state).not.toBe('failed')
        if (upload.state === 'uploaded' && !anyway.has(upload.size))
          expect(world.countOf(upload.size)).toBe(1)
      }
    })
  },
  LAW_LIMIT_MS,
)
