import { emptySocEdit } from '../domain/soc/edit.ts'
import { type SocItem } from '../domain/soc/form-fields.ts'
import { type Path, TITLE, toValues, type Value, type Values } from '../domain/work/values.ts'
import { newWork, type SentRequest, type Work } from '../domain/work/work.ts'

/** Works, requests and values in one line each, for tests. */

export const FOLLOW_UP: Path = 'reportOpinion.followUpActivity'
export const SERVICES: Path = 'servicesAndLocations.services'
export const FINDINGS: Path = 'findings.findings'
export const CONTROLS: Path = 'endUserControls.userControls'

/** Items of the list of services, by their names. */
export const services = (...names: readonly string[]): readonly SocItem[] =>
  names.map((name) => ({ name }))

/** The names of services. */
export const namesOf = (value: Value): string[] =>
  (value as readonly SocItem[]).map(({ name }) => String(name))

/** The values of a form that is empty except for these. */
export const formWith = (some: Values = {}): Values => ({
  ...toValues('SOC 2', emptySocEdit()),
  ...some,
})

/** Work on one path, after some requests. */
export const workAt = (path: Path, base: Value, mine: Value, ...journal: SentRequest[]): Work => ({
  ...newWork({ [path]: base }),
  mine: { [path]: mine },
  journal,
})

/** Details of a request to one path. */
export interface RequestDetails {
  id?: string
  outcome?: SentRequest['outcome']
  endedAt?: number | null
  from?: Value
  to?: Value
  isClear?: boolean
  adds?: readonly SocItem[]
  isOpen?: boolean
  isSeen?: boolean
}

/** A request to one path, unanswered unless the details say otherwise. */
export const requestTo = (path: Path, details: RequestDetails = {}): SentRequest => {
  const { id = 'request', outcome = 'unclear', endedAt = 0, from, to, adds } = details
  const { isClear = false, isOpen = true, isSeen = false } = details
  return {
    id,
    outcome,
    endedAt,
    from: { [path]: from },
    to: { [path]: to },
    clears: isClear ? [path] : [],
    adds: adds === undefined ? {} : { [path]: adds },
    open: isOpen ? [path] : [],
    perhaps: isSeen ? [path] : [],
  }
}

/** A request that sets a title. */
export const titleRequest = (from: string, to: string, details: RequestDetails = {}): SentRequest =>
  requestTo(TITLE, { from, to, ...details })

/** Requests that ended long ago, so that none can arrive any more. */
export const settled = (): boolean => true
/** Requests that may still arrive. */
export const underWay = (): boolean => false
/** A service that accepts every value. */
export const takesAll = (): boolean => true
