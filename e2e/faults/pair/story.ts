import type { Random } from '../../../mocks/seed/random.ts'
import type { PageList } from './hands.ts'

/** A change that an analyst makes in the form. */
export type Edit =
  | { kind: 'write'; name: string; isExtended: boolean }
  | { kind: 'add'; list: PageList }
  | { kind: 'reword'; list: PageList; part: number; isExtended: boolean }
  | { kind: 'remove' | 'moveUp' | 'tick'; list: PageList; part: number }

/** The work of one analyst until the next save. */
export interface Round {
  edits: readonly Edit[]
  /** How long the analyst waits before the save. */
  pauseMs: number
  isByKey: boolean
  /** Whether the analyst goes on typing during the save. */
  isTypedOn: boolean
  /** Whether the analyst waits until this save is complete. */
  isSeenThrough: boolean
  /** How the page ends in the middle of this save; undefined where it does not. */
  killed: 'reload' | 'close' | undefined
  killedAfterMs: number
}

export interface PairStory {
  hasAutosave: boolean
  rounds: readonly Round[]
}

/** The work of two analysts in one job. */
export interface Story {
  /** The rounds in which both wait for each other, so that they save in the same moment. */
  together: readonly boolean[]
  ada: PairStory
  grace: PairStory
}

const list = (section: string, name: string, key: string, noun: string): PageList => ({
  name: `form.${section}.${name}`,
  key,
  noun,
})

export const LISTS = {
  findings: list('findings', 'findings', 'description', 'finding'),
  userControls: list('endUserControls', 'userControls', 'description', 'user control'),
  services: list('servicesAndLocations', 'services', 'name', 'service'),
  locations: list('servicesAndLocations', 'locations', 'city', 'location'),
} as const

export const FIELDS = [
  'form.reportOpinion.followUpActivity',
  'form.cpaFirm.cpaFirm',
  'form.cpaFirm.cpaProcedurePerformed',
  'form.subserviceOrganizations.subserviceOrganization',
  'form.subserviceOrganizations.subserviceOrganizationProcedurePerformed',
] as const

/** The panels that hold these fields and lists. */
export const PANELS = [
  'reportOpinion',
  'findings',
  'endUserControls',
  'servicesAndLocations',
  'cpaFirm',
  'subserviceOrganizations',
] as const

const ROUNDS = 3

/** Both choose among few fields and lists, so that their changes collide. */
const drawEdit = (random: Random, lists: readonly PageList[], fields: readonly string[]): Edit => {
  const part = random.int(0, 99) / 100
  const at = random.pick(lists)
  const isExtended = random.chance(0.4)
  const kind = random.pick([
    'write',
    'write',
    'add',
    'add',
    'add',
    'reword',
    'reword',
    'reword',
    'remove',
    'moveUp',
    'tick',
  ] as const)
  switch (kind) {
    case 'write':
      return { kind, name: random.pick(fields), isExtended }
    case 'add':
      return { kind, list: at }
    case 'reword':
      return { kind, list: at, part, isExtended }
    case 'tick':
      return { kind, list: LISTS.userControls, part }
    default:
      return { kind, list: at, part }
  }
}

const drawRound = (random: Random, edit: () => Edit): Round => ({
  edits: Array.from({ length: random.int(1, 3) }, edit),
  pauseMs: random.int(0, 300),
  isByKey: random.chance(0.5),
  isTypedOn: random.chance(0.3),
  isSeenThrough: random.chance(0.7),
  killed: random.chance(0.15) ? random.pick(['reload', 'close'] as const) : undefined,
  killedAfterMs: random.int(0, 300),
})

/** Draws the work of the two analysts in a job. */
export const drawStory = (random: Random): Story => {
  const lists = random.some(Object.values(LISTS), 2)
  const fields = random.some([...FIELDS], 2)
  const edit = (): Edit => drawEdit(random, lists, fields)
  const draw = (): PairStory => ({
    hasAutosave: random.chance(0.25),
    rounds: Array.from({ length: ROUNDS }, () => drawRound(random, edit)),
  })
  return {
    together: Array.from({ length: ROUNDS }, () => random.chance(0.5)),
    ada: draw(),
    grace: draw(),
  }
}
