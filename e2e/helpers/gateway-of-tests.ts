import { Readable } from 'node:stream'
import type { FileSource } from '../../deploy/gateway/files/file-source.ts'
import { runGateway } from '../../deploy/gateway/run.ts'
import { FILE_HOST } from './file-host.ts'

/**
 * The gateway of production with another way to the files of documents. It still refuses addresses as it
 * does in production, which may be no addresses of this machine. Those that it takes lead to the mock
 * service at the address in `FILES_FROM`.
 */
const fromMock: FileSource = {
  open: async (address, signal) => {
    const { pathname, search } = new URL(address)
    const url = new URL(`${pathname}${search}`, process.env.FILES_FROM)
    const response = await fetch(url, { redirect: 'manual', signal })
    const size = response.headers.get('content-length')
    return {
      status: response.status,
      size: size === null ? undefined : Number(size),
      body: Readable.fromWeb(response.body as never),
    }
  },
  close: async () => undefined,
}

runGateway(
  { ...process.env, DRATA_FILE_HOSTS: new URL(FILE_HOST).hostname },
  { files: fromMock },
).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
