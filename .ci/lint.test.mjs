import { spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { objection } from './arrows.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One file of each part, which the others import. */
const ENTRIES = {
  'src/lib': 'src/lib/dates.ts',
  'src/domain': 'src/domain/values.ts',
  'src/domain/contract': 'src/domain/contract/operations.ts',
  'src/api': 'src/api/transport/http.ts',
  'src/ui': 'src/ui/field.tsx',
  'src/editing': 'src/editing/editor.tsx',
  'src/features/review': 'src/features/review/page.tsx',
  'src/features/soc-form': 'src/features/soc-form/form.tsx',
  'src/routes': 'src/routes/index.tsx',
  'src/routeTree.gen.ts': 'src/routeTree.gen.ts',
  'src/app': 'src/app/router.ts',
  'src/main.tsx': 'src/main.tsx',
  'src/testing': 'src/testing/helpers.ts',
  'src/read-report.ts': 'src/read-report.ts',
  mocks: 'mocks/seed.ts',
  e2e: 'e2e/helpers.ts',
  deploy: 'deploy/rules.ts',
}
const PARTS = Object.keys(ENTRIES)

const BELOW_EDITING = ['src/lib', 'src/domain', 'src/domain/contract', 'src/api', 'src/ui']
const BELOW_ROUTES = [
  ...BELOW_EDITING,
  'src/editing',
  'src/features/review',
  'src/features/soc-form',
]

/** The parts that a new file of each part may import, besides that part. All others are refused. */
const MAY_IMPORT = {
  'src/lib/new.ts': [],
  'src/domain/new.ts': ['src/lib', 'src/domain/contract'],
  'src/api/transport/new.ts': ['src/lib', 'src/domain', 'src/domain/contract'],
  'src/api/deep/new.ts': ['src/lib', 'src/domain', 'src/domain/contract'],
  'src/ui/new.tsx': ['src/lib'],
  'src/editing/new.tsx': BELOW_EDITING,
  'src/features/review/deep/new.tsx': [...BELOW_EDITING, 'src/editing'],
  'src/routes/deep/new.tsx': BELOW_ROUTES,
  'src/app/new.tsx': [...BELOW_ROUTES, 'src/routeTree.gen.ts'],
  'mocks/new.ts': ['src/lib', 'src/domain', 'src/domain/contract'],
  'e2e/new.ts': ['src/lib', 'src/domain', 'src/domain/contract', 'mocks', 'deploy'],
  'deploy/new.ts': ['src/domain/contract'],
}

/** A separate file for each import, and the specifier of that import. */
const importing = (file, target) => [
  file.replace('new.', `${target.replaceAll(/[^a-z]/gi, '-')}.`),
  relative(dirname(file), ENTRIES[target]).replace(/^(?!\.)/, './'),
]
const arrowsOf = (wanted) =>
  Object.entries(MAY_IMPORT).flatMap(([file, allowed]) =>
    PARTS.filter((part) => !file.startsWith(`${part}/`) && allowed.includes(part) === wanted).map(
      (part) => importing(file, part),
    ),
  )

/** One import a file. The path of the file names the import. */
const REFUSED_IMPORTS = [
  ...arrowsOf(false),
  ['src/lib/b.ts', 'zod/mini'],
  ['src/domain/b.ts', 'react'],
  ['src/api/transport/b.ts', 'react'],
  ['src/api/transport/c.ts', '../users.ts'],
  ['src/ui/c.tsx', '@tanstack/react-router'],
]

const ALLOWED_IMPORTS = [
  ...arrowsOf(true),
  ['src/lib/ok.ts', './dates.ts'],
  ['src/domain/ok2.ts', 'zod/mini'],
  ['src/domain/ok.test.ts', 'vitest'],
  ['src/domain/ok2.test.ts', '../testing/helpers.ts'],
  ['src/ui/ok.tsx', '@mantine/core'],
  ['src/features/review/panels/ok.tsx', '../page.tsx'],
  ['src/features/review/ok.test.tsx', '../../../mocks/seed.ts'],
  ['src/main.tsx', '../mocks/browser.ts'],
]

const importOf = (specifier) => `import * as it from '${specifier}'\n\nexport const used = it\n`

/** Other ways to import a module, which a simpler check would miss. */
const OTHER_WAYS = {
  'src/app/dynamic.ts': `export const load = () => import('../../mocks/browser.ts')\n`,
  'src/app/again.ts': `export * from '../../mocks/browser.ts'\n`,
  'src/domain/type.ts': `export type Field = import('../ui/field.tsx').Field\n`,
}

const promise = 'const save = (): Promise<void> => Promise.resolve()\n'
const component = (body) => `export const Page = () => {\n${body}\n}\n`
/**
 * What the linter requires besides the arrows: the rule that must report, and code that breaks it.
 */
const OFFENCES = {
  'no-floating-promises': ['src/lib/floating.ts', `${promise}save()\n`],
  'no-misused-promises': ['src/lib/misused.ts', `${promise}if (save()) save().catch(() => {})\n`],
  'no-explicit-any': ['src/lib/any.ts', 'export const x = (y: any) => typeof y\n'],
  'no-non-null-assertion': ['src/lib/bang.ts', 'export const x = (y?: string) => y!.length\n'],
  'no-unnecessary-type-assertion': [
    'src/lib/assert.ts',
    'export const x = (y: string) => y as string\n',
  ],
  'rules-of-hooks': [
    'src/ui/hooks.tsx',
    `import { useId } from 'react'\n${component('  if (Date.now()) return useId()\n  return null')}`,
  ],
  'alt-text': ['src/ui/image.tsx', component('  return <img src="/x.png" />')],
  'exhaustive-deps': [
    'src/api/keys.ts',
    `import { queryOptions } from '@tanstack/react-query'\nexport const one = (id: number) =>\n  queryOptions({ queryKey: ['one'], queryFn: () => Promise.resolve(id) })\n`,
  ],
  'no-cycle': [
    'src/lib/cycle.ts',
    `export { there } from './cycle-back.ts'\nexport const here = 1\n`,
  ],
  'no-wait-for-timeout': [
    'e2e/wait.spec.ts',
    `import { test } from '@playwright/test'\ntest('waits', async ({ page }) => {\n  await page.waitForTimeout(10)\n})\n`,
  ],
  'no-focused-test': [
    'e2e/only.spec.ts',
    `import { test } from '@playwright/test'\ntest.only('is alone', () => {})\n`,
  ],
}

/** Code that must pass. Rules that are too strict would get switched off. */
const ACCEPTED = {
  'src/ui/form.tsx': `import { useForm } from 'react-hook-form'
const save = async (): Promise<void> => {
  await Promise.resolve()
}
export const Form = () => {
  const { handleSubmit } = useForm()
  return <form onSubmit={handleSubmit(save)} />
}
`,
}

const TARGETS = {
  'src/lib/dates.ts': 'export const today = 1\n',
  'src/lib/cycle-back.ts': `import { here } from './cycle.ts'\nexport const there = () => here\n`,
  'src/domain/values.ts': 'export const value = 1\n',
  'src/domain/contract/operations.ts': 'export const operation = 1\n',
  'src/api/transport/http.ts': 'export const ask = 1\n',
  'src/editing/editor.tsx': 'export const editor = 1\n',
  'src/ui/field.tsx': 'export interface Field {\n  name: string\n}\n',
  'src/features/review/page.tsx': 'export const page = 1\n',
  'src/features/soc-form/form.tsx': 'export const form = 1\n',
  'src/routes/index.tsx': 'export const route = 1\n',
  'src/routeTree.gen.ts': 'export const routeTree = 1\n',
  'src/app/router.ts': 'export const router = 1\n',
  'src/testing/helpers.ts': 'export const make = 1\n',
  'src/read-report.ts': 'export const read = 1\n',
  'mocks/seed.ts': 'export const seed = 1\n',
  'mocks/browser.ts': 'export const start = 1\n',
  'e2e/helpers.ts': 'export const help = 1\n',
  'deploy/rules.ts': 'export const rule = 1\n',
}

let house = ''
/** The names of the rules that reported, by file. */
const reported = new Map()

const write = (path, text) => {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'))
  for (const path of ['.oxlintrc.json', '.ci/arrows.mjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, path), join(house, path))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
  const files = [
    ...Object.entries({ ...TARGETS, ...OTHER_WAYS, ...ACCEPTED }),
    ...Object.values(OFFENCES),
    ...[...REFUSED_IMPORTS, ...ALLOWED_IMPORTS].map(([path, to]) => [path, importOf(to)]),
  ]
  for (const [path, text] of files) write(path, text)
  // oxlint ends before a long report has gone through a pipe, so it writes into a file.
  const report = join(house, 'report.json')
  const output = openSync(report, 'w')
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/oxlint/bin/oxlint'),
      '--type-aware',
      '--format=json',
      'src',
      'mocks',
      'e2e',
      'deploy',
    ],
    { cwd: house, stdio: ['ignore', output, 'inherit'] },
  )
  closeSync(output)
  for (const { code, filename } of JSON.parse(readFileSync(report, 'utf8')).diagnostics) {
    const path = filename.replaceAll('\\', '/').replace(/^\.\//, '')
    reported.set(path, [...(reported.get(path) ?? []), code])
  }
}, 60_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

const rulesOf = (path) => reported.get(path) ?? []
const ARROW = expect.stringContaining('arrows')

describe('the linter', () => {
  test.each(REFUSED_IMPORTS)('refuses that %s imports %s', (path) => {
    expect(rulesOf(path)).toContainEqual(ARROW)
  })

  test.each(Object.keys(OTHER_WAYS))('refuses %s, which imports in another way', (path) => {
    expect(rulesOf(path)).toContainEqual(ARROW)
  })

  test.each(ALLOWED_IMPORTS)('lets %s import %s', (path) => {
    expect(rulesOf(path)).not.toContainEqual(ARROW)
  })

  // One file is a part of its own, so that it has room for one import in the house above.
  test.each([
    ['./domain/values.ts', true],
    ['./lib/dates.ts', true],
    ['pdfjs-dist/legacy/build/pdf.mjs', true],
    ['./api/transport/http.ts', false],
    ['./ui/field.tsx', false],
    ['../mocks/seed.ts', false],
    ['react', false],
  ])('knows whether the command that reads reports may import %s: %s', (specifier, may) => {
    expect(objection('src/read-report.ts', specifier) === undefined).toBe(may)
  })

  test.each(Object.entries(OFFENCES))('has %s', (rule, [path]) => {
    expect(rulesOf(path)).toContainEqual(expect.stringContaining(rule))
  })

  test.each(Object.keys(ACCEPTED))('accepts %s', (path) => {
    expect(rulesOf(path)).toEqual([])
  })
})
