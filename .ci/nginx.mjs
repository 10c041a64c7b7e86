// Sees to it that live mode can be tested behind nginx, where the distribution's package may be
// installed. Elsewhere the end-to-end tests say what they skipped.
import { spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { install, mayInstall } from './debian.mjs'

const env = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` }
const isThere = (program, argument) => spawnSync(program, [argument], { env }).status === 0

if (!(isThere('nginx', '-v') && isThere('envsubst', '--version')) && mayInstall())
  install('nginx-light', 'gettext-base', 'ca-certificates')
