import { ARRIVAL_MS } from '../../api/once/arrival.ts'
import { ANSWER_MARK } from '../../domain/contract/gateway-headers.ts'
import { page } from '../answers.ts'
import { Refusal, type ReviewModel, tokensIn, type UpdateRequest } from './service.ts'
import { type Calendar, type Mortal, runAs } from './time.ts'

/** What may go wrong with a request. "After" means after the service has carried it out. */
export const FAULTS = [
  'lost before',
  'lost after',
  'late',
  'twice',
  'slow',
  '401',
  '429',
  '500 before',
  '500 after',
  '503 after',
  'unreadable after',
  'firewall before',
  'firewall after',
  'page late',
] as const
export type Fault = (typeof FAULTS)[number]

/** A tab or a colleague that sends requests, with the state of the last answer to it. */
export interface Sender extends Mortal {
  /** The service's revision and content, as of the last answer that reached the sender. */
  basis: { revision: number; held: (path: string) => unknown }
}

/** Losses that no client can prevent, and that are therefore allowed: see the README on saving. */
export interface Excuses {
  /** A token that was overwritten between a fresh read and the write based on it. */
  token: (token: string) => void
  writeToCompleted: () => void
}

/** The network itself: messages on their way survive the tab that sent them. */
const LINE: Mortal = { isDead: false }
const UP_MS = 20
const DOWN_MS = 20
const SLOW_MS = 9_000
/** How soon the network notices that a page is gone. */
const LOOK_MS = 1_000

const answerOf = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', [ANSWER_MARK]: 'forwarded', ...headers },
  })

export interface NetworkOptions {
  calendar: Calendar
  model: ReviewModel
  reviewId: number
  /** The fault of the next request, and a number from 0 to 1 for its extent. */
  draw: () => { fault: Fault | null; part: number }
  excuses: Excuses
  /** Adds a line to the story's diary. */
  note: (what: string) => void
}

/** The network from the browsers to the service, with a gateway that forwards each write once. */
export const createNetwork = (options: NetworkOptions) => {
  const { calendar, model, reviewId, draw, excuses, note } = options
  const forwarded = new Set<string>()

  const excuse = (basis: Sender['basis'], { title, socForm = {} }: UpdateRequest): void => {
    const paths = [
      ...(title === undefined ? [] : ['title']),
      ...Object.entries(socForm).flatMap(([section, fields]) =>
        Object.entries(fields)
          .filter(([, value]) => !Array.isArray(value) || value.length === 0)
          .map(([name]) => `${section}.${name === 'reviewerUserId' ? 'reviewer' : name}`),
      ),
    ]
    for (const path of paths) {
      if ((model.changed.get(path) ?? 0) <= basis.revision) continue
      const seen = new Set(tokensIn(basis.held(path)))
      for (const token of tokensIn(model.at(path))) if (!seen.has(token)) excuses.token(token)
    }
    if ((model.changed.get('status') ?? 0) > basis.revision) excuses.writeToCompleted()
  }

  const act = (basis: Sender['basis'], method: string, body: string | undefined): Response => {
    if (method === 'GET') return answerOf(200, model.answer(reviewId))
    const request = JSON.parse(body ?? '{}') as UpdateRequest
    try {
      excuse(basis, request)
      model.update(request)
      note(`service takes ${body ?? ''}`)
    } catch (error) {
      if (error instanceof Refusal) return answerOf(error.status, { message: 'Refused' })
      throw error
    }
    return answerOf(200, model.answer(reviewId, !model.ways.answersWithoutForm))
  }

  return (sender: Sender, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const method = init.method ?? 'GET'
      const { fault, part } = draw()
      const id = new Headers(init.headers).get('x-write-id')
      const isWrite = method !== 'GET'
      // What the write is based on, however late it arrives.
      const { basis: sentOn } = sender
      if (fault) note(`${method}: ${fault}`)

      const deliver = (response: Response | Error): void => {
        const { revision } = model
        const held = structuredClone({ title: model.title, form: model.form })
        const basis = {
          revision,
          held: (path: string): unknown => {
            const [section = '', name = ''] = path.split('.')
            return path === 'title' ? held.title : held.form[section]?.[name]
          },
        }
        runAs(LINE, () =>
          calendar.at(DOWN_MS, () => {
            if (sender.isDead) return
            if (response instanceof Error) reject(response)
            else {
              if (response.ok) sender.basis = basis
              resolve(response)
            }
          }),
        )
      }
      const forward = (): Response => {
        // The gateway forwards a write id once; a repeat gets an answer that says nothing.
        if (isWrite && id !== null && forwarded.has(id)) return answerOf(502, {})
        if (isWrite && id !== null) forwarded.add(id)
        return act(sentOn, method, init.body as string | undefined)
      }
      const lost = new TypeError('Failed to fetch')
      const arrive = (): void => {
        switch (fault) {
          case null:
          case 'slow':
            deliver(forward())
            return
          case 'twice':
            deliver(forward())
            forward()
            return
          case 'lost before':
            deliver(lost)
            return
          case 'late':
            deliver(lost)
            runAs(LINE, () =>
              calendar.at(DOWN_MS + part * (ARRIVAL_MS - 2 * DOWN_MS), () => void forward()),
            )
            return
          case 'lost after':
            forward()
            deliver(lost)
            return
          case 'unreadable after':
            forward()
            deliver(answerOf(200, '{"half'))
            return
          case 'firewall before':
            deliver(page(403))
            return
          case 'firewall after':
            forward()
            deliver(page(403))
            return
          case 'page late':
            deliver(page(200))
            runAs(LINE, () =>
              calendar.at(DOWN_MS + part * (ARRIVAL_MS - 2 * DOWN_MS), () => void forward()),
            )
            return
          case '500 before':
            deliver(answerOf(500, {}))
            return
          case '500 after':
          case '503 after':
            forward()
            deliver(answerOf(Number.parseInt(fault, 10), {}))
            return
          case '401':
            deliver(answerOf(401, {}))
            return
          case '429':
            deliver(answerOf(429, {}, { 'retry-after': '1' }))
        }
      }
      const due = calendar.now() + (fault === 'slow' ? part * SLOW_MS : UP_MS * (1 + part))
      /** What a dead page has sent arrives soon or not at all, because its connection has ended. */
      const travel = (): void => {
        const left = due - calendar.now()
        if (left <= 0 || sender.isDead) arrive()
        else calendar.at(Math.min(left, LOOK_MS), travel)
      }
      runAs(LINE, travel)
    })
}
