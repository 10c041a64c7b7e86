import { parseArgs } from 'node:util'
import { startIdentityProvider } from '../gateway/testing/identity-provider.ts'

/**
 * An identity provider for trying the gateway, and for nothing else: it believes any name with any
 * password. `node deploy/trial/provider.ts --port 9000 --app http://localhost:8080`
 */

/** The people who have a role. The gateway turns all others away after the sign-in. */
const GROUPS_OF = { ada: ['leads'], ben: ['analysts'], cy: ['auditors'] }

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9000' },
    app: { type: 'string', default: 'http://localhost:8080' },
  },
})
const provider = await startIdentityProvider({
  port: Number(values.port),
  host: 'localhost',
  // A published port of a container does not lead to its loopback address.
  address: '0.0.0.0',
  asksWho: true,
})
provider.allow(values.app)
for (const [account, groups] of Object.entries(GROUPS_OF)) provider.setGroups(account, groups)
process.stdout.write(`The identity provider listens at ${provider.url}\n`)
process.once('SIGTERM', () => process.exit(0))
