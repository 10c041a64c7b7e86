// Makes sure that live mode can be tested behind nginx: installs the distribution's packages where
// that is allowed, else says what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { install, mayInstall } from './debian.mjs'

const env = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` }
const isThere = (program, argument) => spawnSync(program, [argument], { env }).status === 0
const isUsable = () => isThere('nginx', '-v') && isThere('envsubst', '--version')
/** nginx runs without this module, but then its brotli answers are not tested. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

if (!(isUsable() && existsSync(BROTLI)) && mayInstall())
  install('nginx-light', 'libnginx-mod-http-brotli-static', 'gettext-base', 'ca-certificates')
if (!isUsable()) {
  console.error('To try live mode behind nginx, install nginx and gettext on Linux.')
  process.exitCode = 1
}
