import * as z from 'zod/mini'
import { OPERATIONS } from '../src/domain/contract/operations.ts'
import { type Files, type Form, type FormSpec, readForm } from './service/forms.ts'
import { accept } from './service/issues.ts'
import { type QuerySpec, readQuery } from './service/queries.ts'
import type { Service } from './service/service.ts'

/** A request, as far as it concerns an operation. */
export interface Call {
  parameters: Readonly<Record<string, unknown>>
  search: URLSearchParams
  /** The body, parsed; undefined where there is none. */
  body: unknown
  /** The body of an operation that takes a form, and empty of any other. */
  form: Form
  /** The latest day that it is anywhere, beyond which no report can have been issued. */
  today: string
}

/** The versions of the API. */
export type ApiVersion = 1 | 2

/** One line of the table of operations. */
export interface Operation {
  id: keyof Service
  version: ApiVersion
  method: 'get' | 'post' | 'put'
  path: string
  status: number
  /** Whether the body is a form with files, and not JSON. */
  takesForm: boolean
  /** What the answer must be. */
  contract: z.ZodMiniType
  /** @throws ServiceError for what the service refuses */
  answer: (service: Service, call: Call) => unknown
}

interface Ids {
  vendorId: number
  securityReviewId: number
  documentId: number
}
const idText = z.string().check(z.regex(/^[1-9]\d{0,14}$/, 'An id in the path is not a number.'))
const idsOf = (parameters: Call['parameters']): Ids => {
  const id = (name: string): number =>
    name in parameters ? Number(accept(idText, parameters[name])) : 0
  return {
    vendorId: id('vendorId'),
    securityReviewId: id('securityReviewId'),
    documentId: id('documentId'),
  }
}

/** Where an operation is answered: its path as a pattern below the root of its version. */
const placeOf = (id: keyof Service): Pick<Operation, 'version' | 'method' | 'path'> => {
  const { method, path } = OPERATIONS[id]
  return {
    version: path.startsWith('/v1/') ? 1 : 2,
    method: method.toLowerCase() as Operation['method'],
    path: path.replace(/^\/v\d/, '').replaceAll(/\{(\w+)\}/g, ':$1'),
  }
}

const anything: z.ZodMiniType<unknown> = z.unknown()

/** An operation whose body, if it has one, is JSON. */
export const operation = <Q, B = unknown>({
  query,
  body = () => anything as z.ZodMiniType<B>,
  run,
  ...line
}: Pick<Operation, 'id' | 'contract'> & {
  status?: number
  query: QuerySpec<Q>
  body?: (today: string) => z.ZodMiniType<B>
  run: (service: Service, ids: Ids, query: Q, body: B) => unknown
}): Operation => ({
  ...placeOf(line.id),
  status: 200,
  takesForm: false,
  ...line,
  answer: (service, call) => {
    const ids = idsOf(call.parameters)
    const parsed = readQuery(call.search, query)
    return run(service, ids, parsed, accept(body(call.today), call.body))
  },
})

/** An operation that takes a form with files and makes something of it. */
export const upload = <F>({
  form,
  run,
  ...line
}: Pick<Operation, 'id' | 'contract'> & {
  form: FormSpec<F>
  run: (service: Service, ids: Ids, fields: F, files: Files) => unknown
}): Operation => ({
  ...placeOf(line.id),
  status: 201,
  takesForm: true,
  ...line,
  answer: (service, call) => {
    const ids = idsOf(call.parameters)
    const { fields, files } = readForm(call.form, form)
    return run(service, ids, fields, files)
  },
})
