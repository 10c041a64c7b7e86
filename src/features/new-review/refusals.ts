import { isRefusal } from '../../api/transport/api-error.ts'
import type { NewReviewValues } from '../../domain/new-review.ts'

/** The fields that the service can refuse. */
export type FieldName = keyof NewReviewValues | 'file'

/** Maps the names of request fields to fields of the form. */
const FIELDS: Readonly<Record<string, FieldName>> = {
  title: 'title',
  reviewDeadlineAt: 'deadline',
  securityReviewType: 'type',
  securityReviewStatus: 'status',
  requestedAt: 'requestedOn',
  requesterUserId: 'requesterUserId',
  note: 'note',
  file: 'file',
  documentType: 'file',
}

/** The messages by the property that they are about: the service names it in each sentence. */
const byProperty = (messages: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    messages.flatMap((message) => {
      const name = /^(?:property )?([\w.[\]]+) /.exec(message)?.[1]
      return name === undefined ? [] : [[name, message]]
    }),
  )

/** The service's messages about single fields when it refused a review. */
export const refusalsOf = (error: unknown): Partial<Record<FieldName, string>> => {
  const said = byProperty(isRefusal(error, 400) ? error.messages : [])
  return Object.fromEntries(
    Object.entries(FIELDS).flatMap(([name, field]) => {
      const message = said[name]
      return message === undefined
        ? []
        : [[field, `Drata refused this: ${message.replace(/[.!?]*$/, '')}.`]]
    }),
  )
}
