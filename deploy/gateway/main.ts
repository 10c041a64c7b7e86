import { runGateway } from './run.ts'

/** Starts the gateway of production, with the variables of deploy/README.md. */
runGateway(process.env).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
