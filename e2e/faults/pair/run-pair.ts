import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext } from '@playwright/test'
import type { JobResult } from '../run-job.ts'
import type { Stack } from '../stack.ts'
import { resetService } from '../truth.ts'
import { createWeather, randomOf } from '../weather.ts'
import { createPairAnalyst, type PairAnalyst } from './analyst.ts'
import { KEPT_MS } from './desk.ts'
import { installHands, type SavedMoment } from './hands.ts'
import { createRecord, linesOf } from './record.ts'
import { ADDRESS, readHeld, SERVICE_PATH, textsOf, writeStart } from './review.ts'
import { drawStory, type PairStory, type Round } from './story.ts'
import { verdictOf } from './verdict.ts'
import { type Analyst, createLedger } from './words.ts'

/** The share of jobs whose bad day does not end. In these, a page must show what is not saved. */
const ENDLESS = 0.1
const CLICK_LIMIT_MS = 6_000
const WAIT_LIMIT_MS = 30_000
/** How often the two take turns until everything of both is saved. */
const MAX_TURNS = 6

/** Makes the two wait for each other in some rounds, for a limited time. */
const meetingPoints = (rounds: readonly boolean[]) => {
  const points = rounds.map((isMeeting) => ({
    come: isMeeting ? 0 : 2,
    ...Promise.withResolvers<void>(),
  }))
  return async (round: number): Promise<void> => {
    const point = points[round]
    if (!point) return
    point.come += 1
    if (point.come >= 2) point.resolve()
    await Promise.race([point.promise, pause(WAIT_LIMIT_MS, undefined, { ref: false })])
  }
}

const playRound = async (
  analyst: PairAnalyst,
  round: Round,
  meet: () => Promise<void>,
): Promise<void> => {
  await analyst.makeRoom()
  for (const edit of round.edits) await analyst.edit(edit)
  await pause(round.killed ? KEPT_MS : round.pauseMs)
  await meet()
  await analyst.save(round.isByKey)
  if (round.killed) {
    await pause(round.killedAfterMs)
    await analyst.kill(round.killed)
  } else if (round.isTypedOn) for (const edit of round.edits.slice(0, 1)) await analyst.edit(edit)
  if (round.isSeenThrough || round.killed) await analyst.seeThrough()
}

const play = async (
  analyst: PairAnalyst,
  { rounds }: PairStory,
  meet: (round: number) => Promise<void>,
): Promise<void> => {
  for (const [index, round] of rounds.entries()) {
    await playRound(analyst, round, () => meet(index))
  }
}

/** Ends the job in good weather: both analysts go on until nothing is unsaved. */
const settle = async (analysts: readonly PairAnalyst[]): Promise<boolean> => {
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    for (const analyst of analysts) await analyst.seeThrough()
    const looks = await Promise.all(analysts.map((analyst) => analyst.look()))
    if (looks.every((look, index) => analysts[index]?.isDone(look))) return true
  }
  return false
}

/** A page that is opened again must show what the service holds, and ask nothing. */
const freshProblems = async (analyst: PairAnalyst, stack: Stack): Promise<string[]> => {
  await analyst.open()
  const end = Date.now() + CLICK_LIMIT_MS
  for (;;) {
    const held = textsOf(await readHeld(stack.serviceUrl))
    const look = await analyst.look()
    const shown = await analyst.page().evaluate(() => globalThis.hands.texts())
    const differing = [...new Set([...Object.keys(held), ...Object.keys(shown)])].filter(
      (name) => held[name] !== shown[name],
    )
    if (analyst.isDone(look) && differing.length === 0) return []
    if (Date.now() > end)
      return [
        `The page of ${analyst.name}, opened anew, is ${JSON.stringify(look)}, and differs from the service in ${differing.join(', ')}.`,
      ]
    await pause(100)
  }
}

/** Runs a job with two analysts on one review, each in a separate browser, on a bad day. */
export const runPair = async (
  browsers: readonly [Browser, Browser],
  stack: Stack,
  seed: number,
  job: number,
): Promise<JobResult> => {
  const random = randomOf(seed, job, 'story')
  const isEndless = random.chance(ENDLESS)
  const story = drawStory(random)
  const ledger = createLedger(job)
  await resetService(stack.serviceUrl)
  const first = await writeStart(stack.serviceUrl, ledger)
  const record = createRecord(SERVICE_PATH, first)
  const problems: string[] = []
  const moments: Record<Analyst, SavedMoment[]> = { ada: [], grace: [] }
  const contexts: BrowserContext[] = []

  const begin = async (name: Analyst, index: 0 | 1) => {
    const way = stack.ways[index]
    const weather = createWeather(seed, job, isEndless, name)
    way.set({ weather, onLine: record.line(name), atService: record.service(name) })
    const context = await browsers[index].newContext({ baseURL: way.url, reducedMotion: 'reduce' })
    contexts.push(context)
    context.setDefaultTimeout(CLICK_LIMIT_MS)
    await context.exposeFunction('noteSaved', (moment: SavedMoment) => moments[name].push(moment))
    await context.addInitScript(installHands)
    if (story[name].hasAutosave)
      await context.addInitScript(() => {
        // The browser's internal pages have no storage.
        if (location.protocol === 'http:')
          localStorage.setItem('countersign.setting.autosave', 'true')
      })
    const analyst = createPairAnalyst({
      name,
      context,
      address: ADDRESS,
      weather,
      isEndless,
      random: randomOf(seed, job, name),
      ledger,
      moments: moments[name],
      onProblem: (problem) => problems.push(problem),
    })
    return { analyst, weather }
  }
  const both = [await begin('ada', 0), await begin('grace', 1)] as const
  const analysts = both.map(({ analyst }) => analyst)

  let isSettled = false
  const work = async (): Promise<void> => {
    await Promise.all(analysts.map((analyst) => analyst.open()))
    const meet = meetingPoints(story.together)
    const ends = await Promise.allSettled(
      analysts.map((analyst) => play(analyst, story[analyst.name], meet)),
    )
    problems.push(...ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : [])))
    if (isEndless) return
    for (const { weather } of both) weather.stayCalm()
    isSettled = await settle(analysts)
    if (!isSettled) problems.push('The two do not get everything saved, however often they try.')
    await Promise.all(stack.ways.map(({ idle }) => idle()))
    const opened = analysts[job % 2]
    if (opened) problems.push(...(await freshProblems(opened, stack)))
  }
  await work().catch((error: unknown) => problems.push(String(error)))

  for (const { weather } of both) weather.stayCalm()
  await Promise.all(stack.ways.map(({ idle }) => idle()))
  const shown = { ada: '', grace: '' }
  for (const analyst of analysts) shown[analyst.name] = await analyst.everything()
  const verdict = verdictOf({
    words: ledger.words,
    arrivals: record.arrivals,
    first,
    held: await readHeld(stack.serviceUrl),
    shown,
    moments,
    isSettled,
  })
  problems.push(...verdict.problems)
  if (problems.length > 0)
    for (const analyst of analysts)
      problems.push(`What ${analyst.name} sees: ${await analyst.inShort()}`)
  await Promise.all(contexts.map((context) => context.close()))
  await Promise.all(stack.ways.map(({ idle }) => idle()))
  return {
    job,
    problems,
    gaveUp: isEndless && !isSettled ? 'two analysts on a day that does not end' : undefined,
    faults: both.flatMap(({ weather }) => weather.log),
    diary: analysts.flatMap(({ diary }) => diary).toSorted(),
    writtenOver: verdict.writtenOver,
    addedTwice: verdict.addedTwice,
    order: linesOf(record.arrivals),
  }
}
