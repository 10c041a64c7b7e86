import { createServer, type RequestListener } from 'node:http'
import { portOf } from '../../deploy/gateway/testing/service-stand-in.ts'

/** A server on a free port of this machine. */
export interface StandIn {
  url: string
  close: () => Promise<void>
}

/** Starts a server on a free port of this machine. */
export const listen = (answer: RequestListener): Promise<StandIn> =>
  new Promise((resolve) => {
    const server = createServer(answer)
    server.listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${portOf(server)}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
