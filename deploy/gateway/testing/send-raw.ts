import { connect } from 'node:net'

/**
 * Sends bytes to a server of this machine. The connection stays open: of somebody who closes it,
 * nothing is forwarded.
 * @returns what it answered until it closed the connection
 */
export const sendRaw = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')))
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    // A server that refuses may reset the connection.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
  })
