import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const MOST_LINES = 300
const MOST_FILES = 20
const MOST_SCRIPTS = 12

/** Generated, and checked by what generates it. */
const GENERATED = 'src/routeTree.gen.ts'

const sources = execFileSync('git', ['ls-files', 'src', 'mocks', 'deploy', 'e2e'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && path !== GENERATED)
const withoutTests = sources.filter((path) => !/\.(?:test|spec)\.tsx?$/.test(path))

/** What is grouped under more than one name, or whatever else `isTooMuch` says of a group. */
const groups = (paths, keyOf, isTooMuch) =>
  Object.entries(Object.groupBy(paths, keyOf)).filter(([, of]) => isTooMuch(of))

test('files were found', () => {
  expect(withoutTests.length).toBeGreaterThan(300)
})

test(`no file has more than ${MOST_LINES} lines`, () => {
  const linesOf = (path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1
  expect(sources.filter((path) => linesOf(path) > MOST_LINES)).toEqual([])
})

test(`no folder has more than ${MOST_FILES} files`, () => {
  expect(groups(withoutTests, dirname, (of) => of.length > MOST_FILES)).toEqual([])
})

test('no two files of the app have one stem', () => {
  const named = withoutTests.filter((path) => /^src\/(?!routes\/|testing\/)/.test(path))
  const stemOf = (path) => basename(path).replace(/\.tsx?$/, '')
  expect(groups(named, stemOf, (of) => of.length > 1)).toEqual([])
})

/** The files of the app, without tests, whose text matches. */
const filesWith = (pattern) =>
  withoutTests.filter(
    (path) => path.startsWith('src/') && pattern.test(readFileSync(join(root, path), 'utf8')),
  )
const KEYS = 'src/lib/keys.ts'
/** Hands the events of its keys on to the state of the list, which asks. */
const HANDS_ON = 'src/features/soc-form/list-editor/list-editor-row.tsx'

test('one file decides which key is meant, and all that listen to keys ask it', () => {
  expect(filesWith(/\b(?:useHotkeys|getHotkeyHandler)\b/)).toEqual([])
  expect(filesWith(/\b(?:keyCode|ctrlKey|metaKey|altKey)\b|\.isComposing\b/)).toEqual([KEYS])
  const listeners = filesWith(/\bonKey(?:Down|Up|Press)|['"]key(?:down|up|press)['"]/)
  const asking = filesWith(/from '[./]+(?:lib\/)?keys\.ts'/)
  expect(listeners.filter((path) => !asking.includes(path))).toEqual([HANDS_ON])
})

test('one file makes dialogs, and one makes drop zones', () => {
  expect(filesWith(/import \{[^}]*\bModal\b[^}]*\} from '@mantine\/core'/)).toEqual([
    'src/ui/dialog.tsx',
  ])
  expect(filesWith(/from 'react-dropzone'/)).toEqual(['src/ui/hooks/use-file-drop.ts'])
})

test(`there are at most ${MOST_SCRIPTS} scripts, and each of them is explained`, () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const explained = ['README.md', 'CONTRIBUTING.md'].map((file) =>
    readFileSync(join(root, file), 'utf8'),
  )
  const names = Object.keys(scripts)
  expect(names.length).toBeLessThanOrEqual(MOST_SCRIPTS)
  const isExplained = (name) =>
    explained.some((text) => new RegExp(`npm (?:run )?${name}\\b`).test(text))
  expect(names.filter((name) => !isExplained(name))).toEqual([])
})

test('each command that is explained exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const files = ['README.md', 'CONTRIBUTING.md', 'deploy/README.md', 'SECURITY.md', '.ci/run']
  const named = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/npm run ([a-z0-9:-]+)/g)].map(
      ([, name]) => name,
    ),
  )
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

/**
 * Native controls beside those of Mantine: the first page has them in its filters and in thousands of
 * rows, and a list of the form in hundreds.
 */
const MEASURED = [
  'src/features/soc-form/list-editor/list-editor-row.tsx',
  'src/ui/lists/filter-bar.tsx',
  'src/ui/lists/filter-menu.tsx',
  'src/ui/lists/selection-column.tsx',
]
const NATIVE = /<select\b|type="(?:radio|checkbox)"/

test('each kind of control is built once, and by hand only where that was measured', () => {
  for (const text of ['<select value>', '<input type="radio">', '<input type="checkbox" />'])
    expect(text).toMatch(NATIVE)
  const byHand = filesWith(NATIVE).filter((path) => !path.startsWith('src/ui/fields/'))
  expect(byHand).toEqual([...MEASURED, 'src/ui/lists/virtual-table.tsx'].toSorted())
  // Mantine's own are met in one place, so that all of them look and behave alike.
  const mantine =
    /import \{[^}]*\b(?:Alert|Checkbox|Drawer|Input|Menu|Modal|NativeSelect|Popover|Radio|Select|Tabs|Textarea)\b[^}]*\} from '@mantine\/core'/
  const users = filesWith(mantine)
  expect(users).toContain('src/ui/notice.tsx')
  expect(users.filter((path) => !path.startsWith('src/ui/'))).toEqual([])
})
