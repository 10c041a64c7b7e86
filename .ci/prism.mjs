// Prism checks live mode against the contract. It is installed in a separate folder, since it
// brings many packages that only the end-to-end tests need.
import { fileURLToPath } from 'node:url'
import { installOnce, runStep } from './npm.mjs'

const folder = fileURLToPath(new URL('../e2e/prism', import.meta.url))

await runStep(() => installOnce(folder, 'Prism'))
