// Makes sure that gateways can be tested with a store that they share: installs the distribution's
// Redis where that is allowed, else says what is missing.
import { spawnSync } from 'node:child_process'
import { install, mayInstall } from './debian.mjs'

const isThere = () => spawnSync('redis-server', ['--version']).status === 0

if (!isThere() && mayInstall()) install('redis-server')
if (!isThere()) {
  console.error('To try two gateways with one store, install redis-server.')
  process.exitCode = 1
}
