import type { Bench, Subject } from '../bench.ts'
import type { Profile } from '../visit.ts'

/** The readings of a trial, by name. */
export type Readings = Readonly<Record<string, number>>

/** Measures one subject once, from the beginning. */
export type Run = (bench: Bench, subject: Subject, profile: Profile) => Promise<Readings>

/** One line of the plan of a round. */
export interface Trial {
  /** The name that `--only` selects it by. */
  id: string
  subject: Subject
  profile: Profile
  run: Run
}
