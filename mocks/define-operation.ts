import type * as z from 'zod/mini'
import type { Context } from './service/context.ts'
import { type Form, type FormSpec, readForm, type SentForm } from './service/forms.ts'
import { accept } from './service/issues.ts'
import { readQuery } from './service/queries.ts'
import type { ObjectSchema } from './service/text-values.ts'

/** The parts of a request that operations read. */
export interface Call {
  search: URLSearchParams
  /** The body, parsed; undefined where there is none. */
  body: unknown
  /** The form; empty for an operation that takes none. */
  form: Form
  /** The latest calendar day in any time zone. No report can have been issued after it. */
  today: string
}

/** How the demo answers an operation. @typeParam Ids the numbers in its path, by name */
export interface MockOperation<Ids> {
  status: number
  /** Whether the body is a form with files, and not JSON. */
  takesForm: boolean
  /** The schema that every answer must fit. */
  contract: z.ZodMiniType
  /** @throws ServiceError for what the service refuses */
  answer: (context: Context, ids: Ids, call: Call) => unknown
}

/**
 * Carries out an operation, given the ids in its path and the query, body or form of the request.
 */
type Run<Ids, Input> = (context: Context, ids: Ids, input: Input) => unknown

const define = <Ids, Input>(
  { contract, run }: { contract: z.ZodMiniType; run: Run<Ids, Input> },
  inputOf: (call: Call) => Input,
  more: { status?: number | undefined; takesForm?: boolean } = {},
): MockOperation<Ids> => ({
  contract,
  status: more.status ?? 200,
  takesForm: more.takesForm ?? false,
  answer: (context, ids, call) => run(context, ids, inputOf(call)),
})

/** An operation that only reads: its function gets the query. */
export const read = <Ids, Q>(line: {
  contract: z.ZodMiniType
  query: ObjectSchema<Q>
  run: Run<Ids, Q>
}): MockOperation<Ids> => define(line, ({ search }) => readQuery(search, line.query))

/** An operation that takes JSON: its function gets the body. */
export const write = <Ids, B>(line: {
  contract: z.ZodMiniType
  status?: number
  body: (today: string) => z.ZodMiniType<B>
  run: Run<Ids, B>
}): MockOperation<Ids> =>
  define(line, ({ body, today }) => accept(line.body(today), body), { status: line.status })

/** An operation that takes a form with files: its function gets the form. */
export const upload = <Ids, F>(line: {
  contract: z.ZodMiniType
  form: FormSpec<F>
  run: Run<Ids, SentForm<F>>
}): MockOperation<Ids> =>
  define(line, ({ form }) => readForm(form, line.form), { status: 201, takesForm: true })
