import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether this is Debian or a system based on it, and we may install its packages. */
export const mayInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

/**
 * Installs packages of the distribution, and shows only errors.
 * @param {...string} names
 * @returns {boolean} whether it succeeded
 */
export const install = (...names) => {
  console.log(`Installing Debian's ${names.join(', ')} …`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  return (
    spawnSync('apt-get', ['update', '-qq'], options).status === 0 &&
    spawnSync('apt-get', ['install', '-y', '-qq', ...names], options).status === 0
  )
}
