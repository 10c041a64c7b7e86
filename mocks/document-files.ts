import { type HttpHandler, HttpResponse, http } from 'msw/http'
import { getResponse } from 'msw/utils/get-response'
import { vendorDocumentSchema } from '../src/domain/contract/document.ts'
import { documentOfPath, FILE_TYPE } from '../src/domain/contract/gateway-files.ts'
import { ANSWER_MARK, type AnswerMark, REQUEST_ID } from '../src/domain/contract/gateway-headers.ts'
import { newId } from '../src/lib/ids.ts'
import { own } from './handlers.ts'
import { errorBody } from './service/errors.ts'

const refuse = (status: number, message: string): Response =>
  HttpResponse.json(errorBody(status, message), { status, headers: own() })

/** Where a document lies, as the service says; undefined where it does not. */
const addressIn = async (answer: Response): Promise<string | undefined> => {
  const body: unknown = await answer.json().catch(() => undefined)
  return vendorDocumentSchema.safeParse(body).data?.downloadUrl?.signedUrl || undefined
}

/** The file at an address, as the gateway passes it on. */
const passOn = ({ body, headers }: Response): Response => {
  // The size of a compressed copy is not that of the file.
  const size = headers.has('content-encoding') ? null : headers.get('content-length')
  return new HttpResponse(body, {
    headers: {
      'content-type': FILE_TYPE,
      [ANSWER_MARK]: 'forwarded' satisfies AnswerMark,
      [REQUEST_ID]: newId(),
      ...(size !== null && { 'content-length': size }),
    },
  })
}

/**
 * Answers with the files of documents, as the gateway of live mode does: it asks the service where a file
 * lies, and passes its bytes on. So a scenario of `getVendorDocument` is one of the file, too.
 * @param service the handlers of the service
 */
export const documentFiles = (service: HttpHandler[]): HttpHandler =>
  http.get('*/api/files/*', async ({ request }) => {
    const url = new URL(request.url)
    const ids = documentOfPath(url.pathname)
    if (!ids) return refuse(404, 'There is no such file.')
    const document = new URL(
      `/api/v2/vendors/${ids.vendorId}/documents/${ids.documentId}`,
      url.origin,
    )
    const answer = await getResponse(service, new Request(document, { signal: request.signal }))
    const isOfService = answer?.headers.get(ANSWER_MARK) === ('forwarded' satisfies AnswerMark)
    if (!answer?.ok || !isOfService) return answer ?? HttpResponse.error()
    const address = await addressIn(answer)
    if (address === undefined)
      return refuse(502, 'Drata gave no address for the file of this document.')
    const file = await fetch(address, { signal: request.signal }).catch(() => undefined)
    return file?.ok
      ? passOn(file)
      : refuse(502, 'The host of this document did not give it to the gateway.')
  })
