import { readBlocks } from './layout/blocks.ts'
import type { Piece } from './layout/press.ts'
import { setPages } from './layout/set-pages.ts'
import { scanned } from './pdf/scan.ts'
import type { Paper, Sheet } from './pdf/sheet.ts'
import { writePdf } from './pdf/write-pdf.ts'
import type { Report } from './report.ts'
import { type Truth, truthOf } from './truth.ts'

/** A report as files. */
export interface Printed {
  pdf: Uint8Array
  truth: Truth
  /** For each page its text, in each order in which a program may read it. */
  texts: string[][]
}

/** The text of a sheet as it is drawn. */
const drawnText = ({ marks }: Sheet): string =>
  marks.flatMap((mark) => (mark.kind === 'text' && mark.turn === 0 ? [mark.text] : [])).join('\n')

/** The text of a sheet, block by block: cells of tables do not mix. */
const readText = (pieces: readonly Piece[], sheet: number): string =>
  pieces
    .filter((piece) => piece.sheet === sheet)
    .toSorted((a, b) => a.block - b.block)
    .map(({ text }) => text)
    .join('\n')

/** Makes a report's file and its true answers. The same report gives the same bytes. */
export const print = (report: Report): Printed => {
  const { title, author, created, look, text, kind } = report
  const { sheets, outline, pieces } = setPages(look, readBlocks(text))
  const paper: Paper = { title, author, producer: look.producer, created, sheets, outline }
  const isScan = kind === 'scan'
  return {
    pdf: writePdf(isScan ? scanned(paper) : paper),
    truth: truthOf(report, pieces, sheets.length),
    texts: sheets.map((sheet, index) =>
      isScan ? [] : [drawnText(sheet), readText(pieces, index)],
    ),
  }
}
