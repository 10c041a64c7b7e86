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
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One import a file; the file's path says the rest. */
const REFUSED_IMPORTS = [
  ['src/lib/a.ts', '../domain/values.ts'],
  ['src/lib/b.ts', 'zod/mini'],
  ['src/domain/a.ts', '../api/http.ts'],
  ['src/domain/b.ts', 'react'],
  ['src/domain/deep/c.ts', '../../ui/field.tsx'],
  ['src/domain/d.ts', '../../mocks/seed.ts'],
  ['src/ui/a.tsx', '../domain/values.ts'],
  ['src/ui/b.tsx', '../api/http.ts'],
  ['src/ui/c.tsx', '@tanstack/react-router'],
  ['src/api/a.ts', '../features/review/page.tsx'],
  ['src/api/b.ts', '../ui/field.tsx'],
  ['src/api/c.ts', '../editing/editor.tsx'],
  ['src/ui/d.tsx', '../editing/editor.tsx'],
  ['src/editing/a.tsx', '../features/review/page.tsx'],
  ['src/editing/b.tsx', '../routes/index.tsx'],
  ['src/features/review/a.tsx', '../soc-form/form.tsx'],
  ['src/features/review/panels/b.tsx', '../../soc-form/form.tsx'],
  ['src/features/review/c.tsx', '../../routes/index.tsx'],
  ['src/features/review/d.tsx', '../../app/router.ts'],
  ['src/features/review/e.tsx', '../../../mocks/seed.ts'],
  ['src/routes/a.tsx', '../app/router.ts'],
  ['src/routes/b.tsx', '../../mocks/seed.ts'],
  ['src/app/a.tsx', '../../mocks/browser.ts'],
  ['src/app/b.tsx', '../main.tsx'],
  ['src/app/c.tsx', '../../e2e/helpers.ts'],
  ['src/app/d.tsx', '../../deploy/rules.ts'],
  ['src/domain/e.ts', '../testing/helpers.ts'],
  ['mocks/a.ts', '../src/api/http.ts'],
  ['mocks/b.ts', '../e2e/helpers.ts'],
  ['deploy/a.ts', '../src/domain/values.ts'],
  ['e2e/a.ts', '../src/api/http.ts'],
]

const ALLOWED_IMPORTS = [
  ['src/lib/ok.ts', './dates.ts'],
  ['src/domain/ok.ts', '../lib/dates.ts'],
  ['src/domain/ok2.ts', 'zod/mini'],
  ['src/domain/ok.test.ts', 'vitest'],
  ['src/domain/ok2.test.ts', '../testing/helpers.ts'],
  ['src/ui/ok.tsx', '@mantine/core'],
  ['src/api/ok.ts', '../domain/values.ts'],
  ['src/editing/ok.tsx', '../api/http.ts'],
  ['src/features/review/ok.tsx', '../../api/http.ts'],
  ['src/features/review/ok2.tsx', '../../editing/editor.tsx'],
  ['src/features/review/panels/ok.tsx', '../page.tsx'],
  ['src/features/review/ok.test.tsx', '../../../mocks/seed.ts'],
  ['src/routes/ok.tsx', '../features/review/page.tsx'],
  ['src/app/ok.tsx', '../routeTree.gen.ts'],
  ['src/main.tsx', '../mocks/browser.ts'],
  ['mocks/ok.ts', '../src/domain/values.ts'],
  ['e2e/ok.ts', '../mocks/seed.ts'],
]

const importOf = (specifier) => `import * as it from '${specifier}'\n\nexport const used = it\n`

/** Other ways to reach a module, each of which a simpler check would overlook. */
const OTHER_WAYS = {
  'src/app/dynamic.ts': `export const load = () => import('../../mocks/browser.ts')\n`,
  'src/app/again.ts': `export * from '../../mocks/browser.ts'\n`,
  'src/domain/type.ts': `export type Field = import('../ui/field.tsx').Field\n`,
}

const promise = 'const save = (): Promise<void> => Promise.resolve()\n'
const component = (body) => `export const Page = () => {\n${body}\n}\n`
/** What the house asks for besides the arrows: the rule that must speak, and code that breaks it. */
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

/** Code of which nothing may be said, lest the rules be so strict that they get switched off. */
const FINE = {
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
  'src/api/transport/http.ts': 'export const ask = 1\n',
  'src/editing/editor.tsx': 'export const editor = 1\n',
  'src/ui/field.tsx': 'export interface Field {\n  name: string\n}\n',
  'src/features/review/page.tsx': 'export const page = 1\n',
  'src/features/soc-form/form.tsx': 'export const form = 1\n',
  'src/routes/index.tsx': 'export const route = 1\n',
  'src/routeTree.gen.ts': 'export const routeTree = 1\n',
  'src/app/router.ts': 'export const router = 1\n',
  'src/testing/helpers.ts': 'export const make = 1\n',
  'mocks/seed.ts': 'export const seed = 1\n',
  'mocks/browser.ts': 'export const start = 1\n',
  'e2e/helpers.ts': 'export const help = 1\n',
  'deploy/rules.ts': 'export const rule = 1\n',
}

let house = ''
/** What was said, by file: a list of rule names. */
const said = new Map()

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
    ...Object.entries({ ...TARGETS, ...OTHER_WAYS, ...FINE }),
    ...Object.values(OFFENCES),
    ...[...REFUSED_IMPORTS, ...ALLOWED_IMPORTS].map(([path, to]) => [path, importOf(to)]),
  ]
  for (const [path, text] of files) write(path, text)
  // Into a file: oxlint ends before a long report has gone through a pipe.
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
    said.set(path, [...(said.get(path) ?? []), code])
  }
}, 60_000)

afterAll(() => rmSync(house, { recursive: true, force: true }))

const rulesOf = (path) => said.get(path) ?? []
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

  test.each(Object.entries(OFFENCES))('has %s', (rule, [path]) => {
    expect(rulesOf(path)).toContainEqual(expect.stringContaining(rule))
  })

  test.each(Object.keys(FINE))('says nothing of %s', (path) => {
    expect(rulesOf(path)).toEqual([])
  })
})
