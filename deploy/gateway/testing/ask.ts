import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'

/** The answer of a server. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/**
 * Asks a server on this machine, for tests. It sends the path and the headers as they are written,
 * whereas fetch resolves dots and adds headers.
 */
export const ask = (
  port: number,
  path: string,
  { method = 'GET', body = '', headers = {} }: AskOptions = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })

interface AskOptions {
  method?: string
  body?: string | Uint8Array
  headers?: Readonly<Record<string, string>>
}
