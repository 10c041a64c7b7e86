import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_FILE_NAMES } from '../mocks/reports/demo-files.ts'
import { expect, test } from './helpers/fixtures.ts'
import { TEST_KEY } from './helpers/ports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Texts that only the mock has: the worker's file, MSW's prefix, a vendor of the demo's company, and
 * the name of a report that is a file.
 */
const MARKERS = [
  'mockServiceWorker',
  '[MSW]',
  'Northwind Payments',
  DEMO_FILE_NAMES[0] ?? 'a report',
]

const contentsOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('\n')

const found = (folder: string, texts: readonly string[]): string[] => {
  const contents = contentsOf(folder)
  return texts.filter((text) => contents.includes(text))
}

test.describe('The build', { tag: '@live' }, () => {
  test('for live mode has no mock code in it, which the demo has', () => {
    expect(found(join(root, 'dist/live'), MARKERS)).toEqual([])
    expect(found(join(root, 'dist/demo'), MARKERS)).toEqual(MARKERS)
  })

  test('brings the notices of what it bundles', () => {
    const notices = (mode: string) => readFileSync(join(root, 'dist', mode, 'licenses.txt'), 'utf8')
    for (const name of ['react', '@mantine/core', 'zod'])
      expect(notices('live')).toMatch(new RegExp(`^## ${name} - [^\\n]+\\n\\nMIT License`, 'm'))
    // MSW is a package for development, but the demo ships it.
    expect(notices('demo')).toMatch(/^## msw - /m)
  })

  test('brings what pdf.js needs beside its code, with its notices, and nothing that was left out', () => {
    for (const mode of ['live', 'demo']) {
      const assets = join(root, 'dist', mode, 'assets')
      const folder = readdirSync(assets).find((name) => name.startsWith('pdfjs-')) ?? ''
      const names = readdirSync(join(assets, folder), { recursive: true, encoding: 'utf8' })
      expect(names).toEqual(
        expect.arrayContaining([
          'cmaps/90ms-RKSJ-H.bcmap',
          'cmaps/LICENSE',
          'iccs/LICENSE',
          'standard_fonts/FoxitSymbol.pfb',
          'standard_fonts/LICENSE_FOXIT',
          'wasm/LICENSE_OPENJPEG',
          'wasm/openjpeg_nowasm_fallback.js',
        ]),
      )
      expect(names.filter((name) => /quickjs|liberation/i.test(name))).toEqual([])
    }
  })

  test('for live mode takes no key in, even where the machine that builds has one', () => {
    const outDir = test.info().outputPath('live')
    const { status } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--mode',
        'live',
        '--logLevel',
        'warn',
        '--emptyOutDir',
        '--outDir',
        outDir,
      ],
      { cwd: root, env: { ...process.env, DRATA_API_KEY: TEST_KEY } },
    )
    expect(status).toBe(0)
    expect(found(outDir, [TEST_KEY])).toEqual([])
    expect(found(outDir, ['<div id="root">'])).toHaveLength(1)
  })
})

test('live mode has no banner and nothing of the demo @live', async ({ page, open }) => {
  await open('/vendors')
  await expect(page.getByRole('heading', { name: 'Vendors' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Demo' })).toBeHidden()
  await page.getByRole('button', { name: 'User menu' }).click()
  await expect(page.getByRole('radio', { name: 'System' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reset demo data' })).toBeHidden()
})
