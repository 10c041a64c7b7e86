import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** The content of a site at a path. */
export interface SitePage {
  type: string
  content: Buffer
  /** The content in brotli, where a build has written it beside. */
  brotli?: Buffer
}
export type Pages = (path: string) => SitePage | undefined

/** A page that is ready to be sent. */
export interface PackedPage {
  type: string
  brotli: Buffer
  /** Bytes in gzip, in which budgets are counted. */
  gzip: number
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** The files of a build. Every other path gets the app's page. */
export const builtPages =
  (folder: string): Pages =>
  (path) => {
    const wanted = join(folder, path)
    const file = TYPES[extname(path)] && existsSync(wanted) ? wanted : join(folder, 'index.html')
    const brotli = `${file}.br`
    return {
      type: TYPES[extname(file)] ?? '',
      content: readFileSync(file),
      ...(existsSync(brotli) && { brotli: readFileSync(brotli) }),
    }
  }

/** Compresses each page once, as strongly as a build does. */
export const packed = (pages: Pages): ((path: string) => PackedPage | undefined) => {
  const known = new Map<string, PackedPage>()
  return (path) => {
    const ready = known.get(path)
    const page = ready ? undefined : pages(path)
    if (!page) return ready
    const made = {
      type: page.type,
      brotli: page.brotli ?? brotliCompressSync(page.content),
      gzip: gzipSync(page.content, { level: 9 }).length,
    }
    known.set(path, made)
    return made
  }
}
