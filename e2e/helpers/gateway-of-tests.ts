import { runGateway } from '../../deploy/gateway/run.ts'
import { filesFrom } from '../../deploy/gateway/testing/files-from.ts'
import { FILE_HOST } from './file-host.ts'

/**
 * The gateway of production, which fetches the files of documents from the mock service: the service at
 * the address in `FILES_FROM`. It refuses the same addresses as in production.
 */
runGateway(
  { ...process.env, DRATA_FILE_HOSTS: new URL(FILE_HOST).hostname },
  { files: filesFrom(() => process.env.FILES_FROM ?? '') },
).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
