import { mkdirSync, writeFileSync } from 'node:fs'
import type { FullConfig, Reporter } from '@playwright/test/reporter'
import { VIEWS } from './views.ts'

const FOLDER = 'dist/pictures'

/** Writes a page that shows all pictures, a view a row. */
export default class ContactSheet implements Reporter {
  #projects: string[] = []

  onBegin(config: FullConfig): void {
    this.#projects = config.projects.map(({ name }) => name)
  }

  onEnd(): void {
    const rows = VIEWS.map(({ name }) => {
      const pictures = this.#projects.map(
        (project) =>
          `<a href="${name}/${project}.png"><img src="${name}/${project}.png" alt="${name}, ${project}" loading="lazy"></a>`,
      )
      return `<h2>${name}</h2><p>${pictures.join('')}</p>`
    })
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(
      `${FOLDER}/index.html`,
      `<!doctype html><meta charset="utf-8"><title>Pictures</title>
<style>body{font-family:system-ui}p{display:flex;gap:8px;overflow-x:auto}img{height:320px;border:1px solid #888}</style>
${rows.join('\n')}\n`,
    )
    process.stdout.write(`The pictures are in ${FOLDER}/index.html.\n`)
  }
}
