import * as z from 'zod/mini'
import type { SocEdit } from '../../domain/soc-edit.ts'
import { localDb } from '../../lib/local-db.ts'

/**
 * The saves that are not known to have ended: written before the first request, removed when a
 * fresh read shows what was to be there. Whatever dies in between finds them here.
 */

const text = z.nullable(z.string())
const flag = z.nullable(z.boolean())

/** An edit as this browser keeps it. One of an older shape is not read at all. */
export const storedSocEdit: z.ZodMiniType<SocEdit> = z.object({
  reviewerInformation: z.object({
    reviewer: text,
    reportIssueDate: text,
    reviewerUserId: z.optional(z.number()),
  }),
  complianceScope: z.object({
    certification: text,
    scopeType: text,
    auditPeriod: text,
    auditPeriodRange: z.object({ start: text, end: text }),
    trustServiceCriteria: z.nullable(z.array(z.string())),
  }),
  reportOpinion: z.object({
    reportOpinion: text,
    encompassBusinessNeeds: flag,
    followUpActivity: text,
  }),
  findings: z.object({
    findings: z.array(z.object({ description: z.string() })),
    hasMaterialImpact: flag,
  }),
  endUserControls: z.object({
    userControls: z.array(z.object({ description: z.string(), inPlace: flag })),
  }),
  servicesAndLocations: z.object({
    services: z.array(z.object({ name: z.string() })),
    locations: z.array(z.object({ city: z.string(), stateOrCountry: z.string() })),
  }),
  cpaFirm: z.object({ cpaFirm: text, cpaProcedurePerformed: text }),
  subserviceOrganizations: z.object({
    subserviceOrganization: text,
    subserviceOrganizationUsingInclusiveMethod: flag,
    subserviceOrganizationProcedurePerformed: text,
  }),
})

const storedSave = z.object({
  id: z.string(),
  vendorId: z.number(),
  reviewId: z.number(),
  intent: z.optional(z.object({ base: storedSocEdit, target: storedSocEdit })),
  title: z.optional(z.object({ base: text, target: z.string() })),
  /** When the analyst pressed "Save", as an instant. */
  startedAt: z.string(),
  /** Whether the service took every request: then nothing of it may be sent again. */
  isAcknowledged: z.boolean(),
  /** Whether it takes back another save that was discarded. */
  isUndo: z.boolean(),
})

/** A save that is not known to have ended. */
export type StoredSave = z.infer<typeof storedSave>
/** A change of a review's title; the service takes no null for one. */
export type TitleChange = NonNullable<StoredSave['title']>

const db = localDb('saves', storedSave)
/** Saves that the browser would not keep: at least this page does. */
const unkept = new Map<string, StoredSave>()

const keyOf = ({ vendorId, reviewId, id }: StoredSave): string => `${vendorId}/${reviewId}/${id}`

/** Keeps a save until it is known how it ended. */
export const keepSave = async (save: StoredSave): Promise<void> => {
  const key = keyOf(save)
  if (await db.set(key, save)) unkept.delete(key)
  else unkept.set(key, save)
}

/** Forgets a save, whatever has become of it. */
export const forgetSave = async (save: StoredSave): Promise<void> => {
  unkept.delete(keyOf(save))
  await db.delete(keyOf(save))
}

/** The unended saves of every review, the oldest first. */
export const keptSaves = async (): Promise<StoredSave[]> => {
  const kept = new Map([...(await db.entries()), ...unkept])
  return [...kept.values()].toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1))
}
