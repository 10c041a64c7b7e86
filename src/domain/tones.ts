import type { Decision, Open, ReviewStatus, VendorRisk } from './contract/enums.ts'
import type { Deadline } from './deadline.ts'

/**
 * The meaning of a color: bad or late, needs attention, good, or neutral. Color is never the only
 * signal.
 */
type Tone = 'negative' | 'warning' | 'positive' | 'neutral'

const DECISION_TONES: Record<Decision, Tone> = {
  PENDING: 'neutral',
  APPROVED: 'positive',
  APPROVED_WITH_CONDITIONS: 'warning',
  REJECTED: 'negative',
}
const STATUS_TONES: Record<ReviewStatus, Tone> = {
  NOT_YET_STARTED: 'neutral',
  IN_PROGRESS: 'neutral',
  COMPLETED: 'positive',
  NOT_REQUIRED: 'neutral',
}
const RISK_TONES: Record<VendorRisk, Tone> = {
  NONE: 'neutral',
  LOW: 'neutral',
  MODERATE: 'warning',
  HIGH: 'negative',
}
const DEADLINE_TONES: Record<Deadline['state'], Tone> = {
  overdue: 'negative',
  'due-soon': 'warning',
  later: 'neutral',
  closed: 'neutral',
  unknown: 'neutral',
}

const toneIn =
  <T extends string>(tones: Record<T, Tone>) =>
  (value: Open<T> | null | undefined): Tone =>
    value && Object.hasOwn(tones, value) ? tones[value as T] : 'neutral'

export const decisionTone = toneIn(DECISION_TONES)
export const statusTone = toneIn(STATUS_TONES)
export const riskTone = toneIn(RISK_TONES)
export const deadlineTone = ({ state }: Deadline): Tone => DEADLINE_TONES[state]
