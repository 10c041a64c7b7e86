// A lint rule for which part may import which. The built-in rules do not see import(), and they
// cannot tell from which depth "../x" leaves a feature.
import { dirname, relative, resolve, sep } from 'node:path'

const REACT = ['react', 'react-dom']
const UI = [
  ...REACT,
  '@mantine/',
  'react-dropzone',
  'react-hook-form',
  '@hookform/',
  '@tanstack/react-virtual',
]

/**
 * For each part: the other parts that it may import, and, where they are limited, the packages (a
 * name, or a scope or prefix that ends in "/" or ":"). The first part that matches a file counts.
 */
export const ARROWS = [
  { part: 'src/main.tsx', parts: ['src', 'mocks'] },
  // A command for files on disk, which reads them as the page does.
  {
    part: 'src/read-report.ts',
    parts: ['src/domain', 'src/lib'],
    packages: ['pdfjs-dist/', 'node:'],
  },
  { part: 'src/lib', parts: [], packages: ['idb-keyval'] },
  { part: 'src/domain', parts: ['src/lib'], packages: ['zod', 'zod/'] },
  // The transport knows neither React nor the resources that it requests.
  { part: 'src/api/transport', parts: ['src/domain', 'src/lib'], packages: ['zod/'] },
  { part: 'src/api', parts: ['src/domain', 'src/lib'] },
  { part: 'src/ui', parts: ['src/lib'], packages: UI },
  // The review that is being edited, which several features share.
  { part: 'src/editing', parts: ['src/api', 'src/domain', 'src/ui', 'src/lib'] },
  // Each folder is a feature.
  { part: 'src/features/*', parts: ['src/editing', 'src/api', 'src/domain', 'src/ui', 'src/lib'] },
  {
    part: 'src/routes',
    parts: ['src/features', 'src/editing', 'src/api', 'src/domain', 'src/ui', 'src/lib'],
  },
  // Generated; it names every route.
  { part: 'src/routeTree.gen.ts', parts: ['src/routes'] },
  {
    part: 'src/app',
    parts: [
      'src/routeTree.gen.ts',
      'src/features',
      'src/editing',
      'src/api',
      'src/domain',
      'src/ui',
      'src/lib',
    ],
  },
  // Helpers of tests, which only tests may import.
  {
    part: 'src/testing',
    parts: ['src/editing', 'src/api', 'src/domain', 'src/ui', 'src/lib', 'mocks'],
  },
  { part: 'src', parts: [] },
  { part: 'mocks', parts: ['src/domain', 'src/lib'] },
  { part: 'e2e', parts: ['mocks', 'src/domain', 'src/lib', 'deploy', '.ci'] },
  // Only what the app asks for is forwarded.
  { part: 'deploy', parts: ['src/domain/contract'] },
]

/** Tests may use the demo's service, their helpers, and the tools of testing. */
const TEST_PARTS = ['mocks', 'src/testing']
const TEST_PACKAGES = [
  'vitest',
  'vitest/',
  'fast-check',
  'fake-indexeddb/',
  '@testing-library/',
  'msw',
  'msw/',
  'node:',
]

const matches = (pattern, path) => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return wanted.every((segment, index) => segment === '*' || segment === given[index])
}

/** The folder that a pattern means for this path: src/features/* is src/features/review. */
const folderOf = (pattern, path) => path.split('/').slice(0, pattern.split('/').length).join('/')

const packageFits = (allowed, specifier) =>
  allowed.some((name) => (/[/:]$/.test(name) ? specifier.startsWith(name) : specifier === name))

/**
 * Says why a file may not import something.
 * @param {string} file path from the root, with slashes
 * @param {string} specifier as it is written
 * @returns {string | undefined} undefined where it may
 */
export const objection = (file, specifier) => {
  const arrow = ARROWS.find(({ part }) => matches(part, file))
  if (!arrow) return undefined
  const isTest = /\.test\.tsx?$/.test(file)
  const ownPart = folderOf(arrow.part, file)
  if (!/^[./]/.test(specifier)) {
    if (specifier.startsWith('virtual:') || !arrow.packages) return undefined
    const allowed = [...arrow.packages, ...(isTest ? TEST_PACKAGES : [])]
    return packageFits(allowed, specifier) ? undefined : `${ownPart} may not use ${specifier}.`
  }
  const target = relative('.', resolve(dirname(file), specifier))
    .split(sep)
    .join('/')
  const allowed = [ownPart, ...arrow.parts, ...(isTest ? TEST_PARTS : [])]
  return allowed.some((part) => matches(part, target))
    ? undefined
    : `${ownPart} may not import ${target}.`
}

const arrows = {
  meta: { type: 'problem', docs: { description: 'Imports run one way through the house.' } },
  create: (context) => {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    const check = ({ source }) => {
      if (typeof source?.value !== 'string') return
      const message = objection(file, source.value)
      if (message) context.report({ node: source, message })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

export default { meta: { name: 'house' }, rules: { arrows } }
