import { type Readable, Transform } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { FILE_TYPE, MOST_FILE_BYTES } from '../../../src/domain/contract/gateway-files.ts'
import { ANSWER_MARK, type AnswerMark } from '../../../src/domain/contract/gateway-headers.ts'
import { type Refusal, refuse, SENTENCES } from '../answers.ts'
import type { ApiKey } from '../api-key.ts'
import { parseJson, readText } from '../forwarding/bodies.ts'
import type { Service } from '../forwarding/service.ts'
import type { RequestBudget } from '../limits/request-budget.ts'
import { awaitTurn } from '../limits/turn.ts'
import { answeredHeaders, forwardedHeaders } from '../rules/rules.ts'
import type { Settings } from '../settings.ts'
import { fileRefusal } from './file-address.ts'
import type { FileSource } from './file-source.ts'

/** What reading files needs. */
export interface FileParts {
  settings: Settings
  apiKey: ApiKey
  budget: RequestBudget
  service: Service
  files: FileSource
}

/** The part of a document that says where its file lies. */
const documentSchema = z.object({
  downloadUrl: z.nullish(z.object({ signedUrl: z.nullish(z.string()) })),
})

/** Whole sentences. Where trying again may help, the page adds so, and whom to ask. */
const WORDS = {
  noAddress: 'Drata gave no address for the file of this document.',
  notThere:
    'The host of this document did not give it to the gateway. Its address may have expired.',
  tooLarge: 'The file of this document is larger than the 200 MB that the gateway reads.',
} as const

/** Ends a stream that grows beyond the limit; the browser then sees an answer that breaks off. */
const limited = (body: Readable): Readable => {
  let bytes = 0
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length
      done(bytes > MOST_FILE_BYTES ? new Error(WORDS.tooLarge) : null, chunk)
    },
  })
  body.on('error', (error) => counted.destroy(error))
  counted.on('close', () => body.destroy())
  return body.pipe(counted)
}

const bad = (message: string, reason: string): Refusal => ({ status: 502, message, reason })

/** Sends the file at an address. Nothing but its bytes reaches the browser. */
const sendFile = async (
  request: FastifyRequest,
  reply: FastifyReply,
  address: string,
  { settings, files }: FileParts,
): Promise<FastifyReply> => {
  const forbidden = fileRefusal(address, settings.fileHosts)
  if (forbidden) return refuse(reply, { status: 403, ...forbidden })
  const leaving = new AbortController()
  reply.raw.once('close', () => leaving.abort())
  const answer = await files.open(address, leaving.signal).catch((error: unknown) => {
    // The address is a secret for as long as it is valid, so the log gets the host alone.
    request.log.warn({ host: new URL(address).host, err: error }, 'A file could not be fetched.')
  })
  if (answer?.status !== 200) {
    answer?.body.destroy()
    return refuse(reply, bad(WORDS.notThere, 'file'))
  }
  const { size, body } = answer
  if (size !== undefined && size > MOST_FILE_BYTES) {
    body.destroy()
    return refuse(reply, { status: 413, message: WORDS.tooLarge, reason: 'file-size' })
  }
  // No browser shows what comes from another host as a page of this one.
  reply.headers({
    'content-type': FILE_TYPE,
    'content-disposition': 'attachment',
    [ANSWER_MARK]: 'forwarded' satisfies AnswerMark,
    ...(size !== undefined && { 'content-length': size }),
  })
  return reply.send(limited(body))
}

/**
 * Reads the file of a document for the page. The address comes from the service, which is asked with the
 * company's key, so a browser can ask for documents alone and never for an address.
 */
export const documentFiles = (app: FastifyInstance, parts: FileParts): void => {
  const { settings, apiKey, budget, service } = parts
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { verdict } = request.work
    const key = apiKey.current()
    if (verdict.kind !== 'file') return refuse(reply, { status: 404, message: SENTENCES.noFile })
    if (key === undefined)
      return refuse(reply, { status: 401, message: SENTENCES.noKey, reason: 'no-key' })
    const refusal = await awaitTurn(request, reply, budget)
    if (refusal) return refuse(reply, refusal)
    const { vendorId, documentId } = verdict.document
    const answer = await service
      .read(`${settings.url}/v2/vendors/${vendorId}/documents/${documentId}`, {
        ...forwardedHeaders({ accept: 'application/json' }, key),
      })
      .catch(() => undefined)
    if (!answer) return refuse(reply, { status: 502, message: SENTENCES.unreachable })
    request.work.upstreamStatus = answer.statusCode
    if (answer.statusCode === 401) void apiKey.refresh()
    if (answer.statusCode !== 200)
      return reply
        .code(answer.statusCode)
        .headers(answeredHeaders(answer.headers))
        .send(answer.body)
    const text = await readText(answer.body)
    // Closes the connection of an answer that is too long, which was not read to its end.
    answer.body.destroy()
    const document = documentSchema.safeParse(text && parseJson(text))
    const address = document.data?.downloadUrl?.signedUrl
    if (!address) return refuse(reply, bad(WORDS.noAddress, 'file-address'))
    return sendFile(request, reply, address, parts)
  }
  app.get('/api/files/*', handle)
}
