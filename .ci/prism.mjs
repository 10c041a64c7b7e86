// Prism checks live mode against the contract. It has a folder of its own, since it brings many
// packages that only the end-to-end tests need.
import { fileURLToPath } from 'node:url'
import { installOnce, orOneSentence } from './npm.mjs'

const folder = fileURLToPath(new URL('../e2e/prism', import.meta.url))

await orOneSentence(() => installOnce(folder, 'Prism'))
