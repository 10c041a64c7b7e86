// Lists the licence of each package of the lockfile, those that the app ships first. Fails on a
// licence that is not accepted here. Versions and licences come from package-lock.json alone, so
// that the result is the same on every machine.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const lockfile = new URL('../package-lock.json', import.meta.url)

/** Licences that ask only for their notice, which the build writes to licenses.txt. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
])

/**
 * Licences that ask for more when the package is passed on. They are accepted for tools, which are
 * not shipped.
 */
const TOOLS_ONLY = new Set(['CC-BY-4.0', 'MPL-2.0', 'OFL-1.1'])

/**
 * Whether a package may be used under this SPDX expression. Of alternatives one must be accepted;
 * of licences that hold together, all. Deeper nesting does not occur and is refused.
 * @param {string} expression
 * @param {boolean} isTool whether the package is for development alone
 */
export const isAllowed = (expression, isTool) =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((alternative) =>
      alternative
        .split(' AND ')
        .every((id) => PERMISSIVE.has(id) || (isTool && TOOLS_ONLY.has(id))),
    )

/**
 * The packages of a lockfile, in its order.
 * @param {{ packages: Record<string, { version?: string, license?: string, dev?: boolean }> }} lock
 */
export const packagesOf = ({ packages }) =>
  Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version, license = 'not stated', dev = false }]) => ({
      name: `${path.replace(/^.*node_modules\//, '')} ${version}`,
      license,
      isTool: dev,
    }))

const report = (title, packages) => {
  console.log(`${title}: ${packages.length}`)
  for (const [license, of] of Object.entries(Object.groupBy(packages, (one) => one.license)))
    console.log(`  ${license}: ${of.map(({ name }) => name).join(', ')}`)
}

const main = () => {
  const packages = packagesOf(JSON.parse(readFileSync(lockfile, 'utf8')))
  report(
    'Packages of the app',
    packages.filter(({ isTool }) => !isTool),
  )
  const refused = packages.filter(({ license, isTool }) => !isAllowed(license, isTool))
  if (refused.length === 0) return
  report('Licences to decide about (.ci/licenses.mjs has the list)', refused)
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
