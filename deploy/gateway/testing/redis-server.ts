import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/** A Redis of a test's own, which keeps nothing on disk. */
export interface RedisServer {
  url: string
  /** Kills it without a warning, as a machine that fails. */
  kill: () => Promise<void>
  /** Starts it again at the same address, empty. */
  restart: () => Promise<void>
  /** Stops it without ending it: connections stay open, and nothing answers. */
  pause: () => void
  resume: () => void
  /** Kills it and removes its folder. */
  close: () => Promise<void>
}

/** Whether this machine has the program. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0

const whenReady = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Ready to accept connections')) resolve()
    })
    server.on('error', reject)
    server.on('exit', () => reject(new Error(`redis-server did not start. ${said}`)))
  })

/** Starts Redis on a free port of this machine. */
export const startRedis = async (): Promise<RedisServer> => {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'countersign-redis-'))
  const start = async (): Promise<ChildProcess> => {
    const settings = `--port ${port} --bind 127.0.0.1 --appendonly no`.split(' ')
    const server = spawn('redis-server', [...settings, '--dir', folder, '--save', ''])
    await whenReady(server)
    return server
  }
  let server = await start()
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    restart: async () => {
      await kill()
      server = await start()
    },
    pause: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
    close: async () => {
      await kill()
      await rm(folder, { recursive: true })
    },
  }
}
