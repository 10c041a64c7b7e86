import type { Subject } from './bench.ts'
import { browse } from './trials/browse.ts'
import { compare } from './trials/compare.ts'
import { load } from './trials/load.ts'
import { longForm } from './trials/long-form.ts'
import { longList } from './trials/long-list.ts'
import { manyVisits } from './trials/many-visits.ts'
import { reopen } from './trials/reopen.ts'
import type { Run, Trial } from './trials/trial.ts'
import { upload } from './trials/upload.ts'
import { PROFILES, type Profile } from './visit.ts'

const trials = (
  id: string,
  run: Run,
  subjects: readonly Subject[],
  profiles: readonly Profile[] = PROFILES,
): Trial[] =>
  profiles.flatMap((profile) => subjects.map((subject) => ({ id, run, subject, profile })))

/**
 * One round. Subjects take turns within each trial, so that other work of the machine slows all of
 * them alike.
 */
export const PLAN: readonly Trial[] = [
  ...trials('load', load, ['html', 'minimal', 'live', 'demo']),
  ...trials('reopen', reopen, ['html', 'minimal', 'live']),
  ...trials('browse', browse, ['html', 'minimal', 'live']),
  ...trials('form-300', longForm(300), ['html', 'minimal', 'live']),
  ...trials('form-10', longForm(10), ['live'], ['slow']),
  ...trials('form-100', longForm(100), ['live'], ['slow']),
  ...trials('form-500', longForm(500), ['live']),
  ...trials('list-100', longList(100), ['live'], ['slow']),
  ...trials('list-1000', longList(1_000), ['live'], ['slow']),
  ...trials('list-10000', longList(10_000), ['live']),
  ...trials('compare-1000', compare(1_000), ['live'], ['fast']),
  ...trials('compare-10000', compare(10_000), ['live'], ['fast']),
  ...trials('visits', manyVisits, ['live'], ['fast']),
  ...trials('upload', upload, ['html', 'live'], ['fast']),
]
