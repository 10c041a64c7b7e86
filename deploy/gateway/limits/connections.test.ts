import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { portOf } from '../testing/service-stand-in.ts'
import { limitConnections } from './connections.ts'

let server = createServer()
let sockets: Socket[] = []

beforeEach(() => {
  server = createServer((_request, response) => response.end('ok'))
  sockets = []
})
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})

/** Opens connections. @returns how many of them the server has kept */
const open = async (count: number): Promise<number> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const kept = await Promise.all(
    Array.from({ length: count }, () => {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      const socket = connect(portOf(server), '127.0.0.1', () => {
        socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
      })
      socket.once('data', () => resolve(true))
      socket.once('close', () => resolve(false))
      socket.on('error', () => undefined)
      sockets.push(socket)
      return promise
    }),
  )
  return kept.filter((isKept) => isKept).length
}

test('an address has a bounded number of connections', async () => {
  limitConnections(server, [])
  expect(await open(520)).toBe(500)
})

test('a proxy that is trusted may have more', async () => {
  limitConnections(server, ['10.0.0.0/8', '127.0.0.1'])
  expect(await open(520)).toBe(520)
})
