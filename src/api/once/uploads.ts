import { vendorDocumentSchema } from '../../domain/document.ts'
import type { Page } from '../../domain/page.ts'
import { questionnaireSchema } from '../../domain/questionnaire.ts'
import type { DocumentType } from '../../domain/values.ts'
import { documents } from '../documents.ts'
import { questionnaires } from '../questionnaires.ts'
import { reviewPath } from '../security-reviews.ts'
import type { FormProgress } from '../send-form.ts'
import { sendForm } from '../send-form.ts'

/** Where files go and as what. */
export type UploadTarget =
  | { kind: 'questionnaires'; vendorId: number; reviewId: number | null }
  | { kind: 'document'; vendorId: number; reviewId: number | null; documentType: DocumentType }

/** What became of a file whose request got no usable answer. */
export type Arrival = 'arrived' | 'absent' | 'unsure'

/** One of the files that the service has of a target, as far as it can be recognised. */
interface ListedFile {
  id: number
  /** null where the service gives none, so that it may be any. */
  name: string | null
}

/** How many of the newest files are looked at; more cannot have come since a request was sent. */
const LOOK_AT = 100
const NEWEST = { size: LOOK_AT, sort: 'createdAt', sortDir: 'DESC' } as const

/** Sends the files of a request. @throws ApiError; the signal's reason when it was aborted */
export const sendFiles = async (
  target: UploadTarget,
  files: readonly File[],
  options: { onProgress?: (progress: FormProgress) => void; signal?: AbortSignal },
): Promise<void> => {
  const { vendorId, reviewId } = target
  const form = new FormData()
  if (target.kind === 'document') {
    if (reviewId !== null) form.append('securityReviewId', String(reviewId))
    form.append('type', target.documentType)
    for (const file of files) form.append('file', file, file.name)
    await sendForm({
      operation: 'uploadVendorDocument',
      path: `/v2/vendors/${vendorId}/documents`,
      form,
      schema: vendorDocumentSchema,
      ...options,
    })
    return
  }
  for (const file of files) form.append('files', file, file.name)
  await sendForm({
    operation:
      reviewId === null
        ? 'sendSecurityQuestionnaire'
        : 'sendSecurityQuestionnaireForSecurityReview',
    path: `${reviewId === null ? `/v2/vendors/${vendorId}` : reviewPath(vendorId, reviewId)}/security-questionnaires`,
    form,
    schema: questionnaireSchema,
    ...options,
  })
}

const listFiles = async (target: UploadTarget, signal?: AbortSignal): Promise<ListedFile[]> => {
  const { kind, vendorId, reviewId } = target
  if (kind === 'document') {
    const page = await documents.fetchPage(vendorId, NEWEST, { signal })
    return page.data.map(({ id, name }) => ({ id, name: name || null }))
  }
  const page: Page<{ id: number; title?: string | undefined }> = await questionnaires.fetchPage(
    vendorId,
    reviewId,
    NEWEST,
    { signal },
  )
  return page.data.map(({ id, title }) => ({ id, name: title || null }))
}

/**
 * The ids of what is there before files are sent.
 * @returns null where that cannot be known; sending goes on without
 */
export const knownFiles = async (
  target: UploadTarget,
  signal?: AbortSignal,
): Promise<ReadonlySet<number> | null> => {
  try {
    return new Set((await listFiles(target, signal)).map(({ id }) => id))
  } catch {
    return null
  }
}

/**
 * Looks which files of an unanswered request arrived, since the service has no idempotency keys
 * (contract, point 14). A file counts as arrived when something of its name is there that was not
 * there before.
 *
 * @param known the ids from before, see {@link knownFiles}
 * @returns what became of each file, in their order
 * @throws ApiError where the service cannot be asked
 */
export const lookUpFiles = async (
  target: UploadTarget,
  names: readonly string[],
  known: ReadonlySet<number> | null,
  signal?: AbortSignal,
): Promise<Arrival[]> => arrivalsOf(names, await listFiles(target, signal), known)

/** The part of {@link lookUpFiles} that judges. */
export const arrivalsOf = (
  names: readonly string[],
  listed: readonly ListedFile[],
  known: ReadonlySet<number> | null,
): Arrival[] => {
  const candidates = listed.filter(({ id }) => !known?.has(id))
  const isAnyNameless = candidates.some(({ name }) => name === null)
  return names.map((name) => {
    const place = candidates.findIndex((file) => file.name !== null && isSameName(file.name, name))
    if (place < 0) return isAnyNameless ? 'unsure' : 'absent'
    candidates.splice(place, 1)
    return known === null ? 'unsure' : 'arrived'
  })
}

/** A title may have lost the extension of the file that it was made from. */
const isSameName = (listed: string, name: string): boolean => {
  const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase()
  return [name, name.replace(/\.[^.]+$/, '')].some((form) => plain(form) === plain(listed))
}
