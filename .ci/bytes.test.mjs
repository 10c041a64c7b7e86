import { describe, expect, test } from 'vitest'
import { filesOf, namedFiles, weightOf } from './bytes.mjs'

/** A build as Vite describes it: the page, its route, and a dialog that opens on an occasion. */
const manifest = {
  'index.html': { file: 'assets/app.js', css: ['assets/app.css'], dynamicImports: ['list.tsx'] },
  'list.tsx': { file: 'assets/list.js', imports: ['_shared.js', 'index.html'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['_deep.js'], css: ['assets/shared.css'] },
  '_deep.js': { file: 'assets/deep.js', imports: ['_shared.js'], dynamicImports: ['dialog.tsx'] },
  'dialog.tsx': { file: 'assets/dialog.js', imports: ['index.html'] },
}

describe('namedFiles', () => {
  test('finds the scripts, styles and preloads of a page, and nothing else', () => {
    const html = `<link rel="icon" href="/icon.svg" />
      <script type="module" crossorigin src="/assets/app.js"></script>
      <link rel="modulepreload" crossorigin href="/assets/shared.js">
      <link rel="stylesheet" crossorigin href="/assets/app.css">
      <script src="https://elsewhere.test/x.js"></script>`
    expect(namedFiles(html)).toEqual(['assets/app.js', 'assets/shared.js', 'assets/app.css'])
  })
})

describe('filesOf', () => {
  test('follows static imports, round in circles too, and leaves out what comes on an occasion', () => {
    expect(filesOf(manifest, ['assets/app.js'], ['list.tsx']).toSorted()).toEqual([
      'assets/app.css',
      'assets/app.js',
      'assets/deep.js',
      'assets/list.js',
      'assets/shared.css',
      'assets/shared.js',
    ])
  })

  test('keeps what the page names though the manifest does not know it', () => {
    expect(filesOf({}, ['assets/by-hand.js'], [])).toEqual(['assets/by-hand.js'])
  })

  test('throws for a route that was renamed, which would weigh nothing', () => {
    expect(() => filesOf(manifest, [], ['lists.tsx'])).toThrow('The build has no "lists.tsx"')
  })
})

describe('weightOf', () => {
  test('adds up the files of one kind', () => {
    const sizes = { 'a.js': 1_500, 'b.js': 500, 'c.css': 7_000 }
    expect(weightOf(Object.keys(sizes), '.js', (file) => sizes[file])).toBe(2)
  })
})
