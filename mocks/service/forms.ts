import * as z from 'zod/mini'
import {
  documentCreateRequest,
  reviewWithFileCreateRequest,
} from '../../src/domain/contract/requests.ts'
import {
  type FileTypes,
  mimeTypeOf,
  QUESTIONNAIRE_FILE_TYPES,
  REPORT_FILE_TYPES,
} from '../../src/domain/file-types.ts'
import { malformed, ServiceError } from './errors.ts'
import { accept } from './issues.ts'
import { fromText, type ObjectSchema } from './text-values.ts'

/** The parts of a file that the service looks at: never its bytes. */
export type SentFile = Pick<File, 'name' | 'type' | 'size'>

/** A form as it was sent, such as FormData. */
export type Form = Iterable<[name: string, value: string | SentFile]>

/** The form of an operation: the part that carries its files, and the fields beside it. */
export interface FormSpec<F> {
  /** A form has one `file`, or one `files` for each file. */
  part: 'file' | 'files'
  types: FileTypes
  schema: ObjectSchema<F>
}

/** The files of a form; a form without one is refused. */
export type Files = readonly [SentFile, ...SentFile[]]

/** A form that was read and checked. */
export interface SentForm<F = unknown> {
  fields: F
  files: Files
}

const MEGABYTE = 1024 * 1024
const LARGEST_FILE_MB = 200

/** @throws ServiceError 413 and 400, with messages that begin with the part's name */
const checkFile = (part: string, file: SentFile, types: FileTypes): void => {
  const named = `${part} "${file.name}"`
  if (file.size > LARGEST_FILE_MB * MEGABYTE)
    throw new ServiceError(413, `${named} is larger than ${LARGEST_FILE_MB} MB`)
  if (file.size === 0) throw malformed(`${named} is empty`)
  const expected = mimeTypeOf(types, file.name)
  if (expected === undefined)
    throw malformed(`${named} does not have one of the accepted extensions`)
  const [mimeType = ''] = file.type.split(';')
  if (mimeType !== expected)
    throw malformed(`${named} has the MIME type "${mimeType}", which its extension does not match`)
}

/**
 * Reads a form (contract, point 8).
 * @throws ServiceError 400 for fields that are unknown, invalid or missing, and for files that are
 *   missing, too many, empty, or of a type that is not accepted; 413 for a file that is too large
 */
export const readForm = <F>(form: Form, { part, types, schema }: FormSpec<F>): SentForm<F> => {
  const sent: Record<string, unknown> = {}
  const files: SentFile[] = []
  for (const [name, value] of form) {
    const field = schema.shape[name]
    if (typeof value === 'string') sent[name] = field ? fromText(field, value) : value
    else if (name === part) files.push(value)
    else sent[name] = value
  }
  const fields = accept(schema, sent)
  const [first, ...others] = files
  if (!first) throw malformed(`${part} should not be empty`)
  if (part === 'file' && others.length) throw malformed(`${part} must be one file`)
  for (const file of files) checkFile(part, file, types)
  return { fields, files: [first, ...others] }
}

/** The forms of the operations. */
export const FORMS = {
  questionnaires: {
    part: 'files',
    types: QUESTIONNAIRE_FILE_TYPES,
    schema: z.strictObject({}),
  },
  document: {
    part: 'file',
    types: REPORT_FILE_TYPES,
    schema: documentCreateRequest,
  },
  reviewWithFile: {
    part: 'file',
    types: REPORT_FILE_TYPES,
    schema: reviewWithFileCreateRequest,
  },
} as const satisfies Record<string, FormSpec<unknown>>
