import { expect } from 'vitest'
import { reviewUpdateRequest } from '../domain/contract/requests.ts'
import type { SocEdit } from '../domain/soc/edit.ts'
import { quickAnswer as answer, quickPage, type Sent, serve } from './answers.ts'
import { Service, TODAY } from './soc-saves.ts'

/** What may go wrong with a request, before it arrives or after the service has carried it out. */
export const FAULTS = [
  'lost before',
  'lost after',
  'dies before',
  'dies after',
  '401',
  '429',
  '500 before',
  '500 after',
  '503 before',
  '503 after',
  'unreadable after',
  'firewall before',
  'firewall after',
  'page after',
] as const
export type Fault = (typeof FAULTS)[number]

export const VENDOR = 7

/** A service with one review. Some of its requests go wrong. */
export class FlakyService {
  /** The faults of the next requests, in order. */
  faults: (Fault | null)[]
  title = 'SOC 2'
  status = 'IN_PROGRESS'
  /** Whether the answer to a write includes the form. */
  answersWithForm = true
  /** The status that refuses a write; undefined to accept it. */
  refuses: (body: string) => number | undefined = () => undefined
  /** The delay in seconds that a refusal asks for. */
  retryAfter: number | undefined
  readonly model: Service
  readonly reviewId: number
  readonly requests: Sent[]
  /** Changes the texts of a form before the service stores them. */
  spells: (body: string) => string = (body) => body
  /** Called after every request that the service carried out. */
  afterPut: () => void = () => undefined
  private die: () => void = () => undefined

  constructor(reviewId: number, holds: SocEdit, faults: readonly (Fault | null)[] = []) {
    this.reviewId = reviewId
    this.model = new Service(holds)
    this.faults = [...faults]
    this.requests = serve((sent) => this.respond(sent))
  }

  /** The bodies of the writing requests, in order. */
  get puts(): unknown[] {
    return this.requests
      .filter(({ method }) => method === 'PUT')
      .map(({ body }) => JSON.parse(body as string) as unknown)
  }

  get methods(): string[] {
    return this.requests.map(({ method }) => method)
  }

  /** The review as the service answers it. */
  private review(withForm: boolean) {
    return {
      id: this.reviewId,
      title: this.title,
      type: 'SOC_REPORT',
      status: this.status,
      ...(withForm && { socReviewForm: this.model.form }),
    }
  }

  /** Runs something until it ends, or its page dies. */
  async untilDeath<R>(run: () => Promise<R>): Promise<R | Error> {
    const death = new Promise<Error>((resolve) => {
      this.die = () => resolve(new Error('The page died.'))
    })
    return Promise.race([run().catch((error: Error) => error), death])
  }

  private act({ method, url, body }: Sent): Response {
    expect(url.pathname).toBe(`/api/v2/vendors/${VENDOR}/security-reviews/${this.reviewId}`)
    if (method === 'PUT') {
      const refusal = this.refuses(body as string)
      if (refusal !== undefined) {
        const wait = this.retryAfter
        const headers = { ...(wait !== undefined && { 'retry-after': String(wait) }) }
        return answer({ message: 'Refused' }, refusal, headers)
      }
      const { title, socForm } = reviewUpdateRequest(TODAY).parse(
        JSON.parse(this.spells(body as string)),
      )
      this.title = title ?? this.title
      if (socForm) this.model.put(socForm)
      this.afterPut()
    }
    return answer(this.review(method === 'GET' || this.answersWithForm))
  }

  private respond(sent: Sent): Response | Promise<Response> {
    const fault = this.faults.shift() ?? null
    if (fault === null) return this.act(sent)
    if (fault.endsWith('after')) this.act(sent)
    if (fault.startsWith('dies')) {
      this.die()
      return new Promise(() => undefined)
    }
    if (fault.startsWith('lost')) throw new TypeError('Failed to fetch')
    if (fault.startsWith('unreadable')) return answer('<html>')
    if (fault.startsWith('firewall')) return quickPage(403)
    if (fault.startsWith('page')) return quickPage(200)
    const status = Number.parseInt(fault, 10)
    return answer({ message: fault }, status, status === 429 ? { 'retry-after': '1' } : {})
  }
}
