import type { Subject } from './bench.ts'
import type { Unit } from './units.ts'

/** A line of a table: the name of a reading, its label, and its unit. */
export type Line = readonly [name: string, label: string, unit: Unit]

/** The columns of a table that compares the subjects. */
export const COLUMNS: readonly (readonly [subject: Subject, label: string])[] = [
  ['html', 'static HTML'],
  ['minimal', 'minimal React'],
  ['live', 'Countersign'],
  ['demo', 'its demo'],
]

/** All readings of the trials, in the order of the tables. */
export const LINES: readonly Line[] = [
  ['script', 'JavaScript before the list, gzip', 'KB'],
  ['style', 'CSS before the list, gzip', 'KB'],
  ['requests', 'requests until the list shows', ''],
  ['firstPaint', 'first contentful paint', 's'],
  ['largestPaint', 'largest contentful paint', 's'],
  ['firstRow', 'first row', 's'],
  ['firstRowAgain', 'first row, with the code in the cache', 's'],
  ['byAddress', 'a review by its address', 's'],
  ['byAddressAgain', 'the same, with the code in the cache', 's'],
  ['blocking', 'blocking time', 'ms'],
  ['shift', 'layout shift', ''],
  ['heap', 'heap after load', 'MB'],
  ['detail', 'list to detail, pointed at before', 'ms'],
  ['detailAgain', 'the same again', 'ms'],
  ['detailAtOnce', 'list to detail, clicked at once', 'ms'],
  ['filter', 'filter change', 'ms'],
  ['key300', 'keystroke among 300 rows, 98th percentile', 'ms'],
  ['formHeap300', 'heap with the form of 300', 'MB'],
  ['formShift300', 'layout shift of the form of 300', ''],
  ['panels500', 'opening all eight panels with 500 items', 'ms'],
  ['allRows10000', '10,000 reviews, all there', 's'],
  ['scrollFrame', 'scrolling them: a frame, 95th percentile', 'ms'],
  ['scrollLongest', 'scrolling them: the longest frame', 'ms'],
  ['compare1000', 'comparing 1,000 items on either side', 'ms'],
  ['compare10000', 'comparing 10,000 items on either side', 'ms'],
  ['heapKept', 'heap kept of each of 50 reviews visited', 'KB'],
  ['nodesKept', 'nodes kept of each', ''],
  ['upload', '200 MB upload', 's'],
  ['uploadHeapMost', 'heap that it adds, at most', 'MB'],
  ['uploadHeapAfter', 'heap that it leaves', 'MB'],
  ['uploadResidentMost', 'memory that it adds to the page’s process, at most', 'MB'],
]

/** What grows, its sizes, and the readings at each size. The name of a reading ends in its size. */
export const GROWTH: readonly { noun: string; sizes: readonly number[]; lines: readonly Line[] }[] =
  [
    {
      noun: 'reviews',
      sizes: [100, 1_000, 10_000],
      lines: [
        ['firstRow', 'first row', 's'],
        ['allRows', 'all rows', 's'],
        ['listHeap', 'heap', 'MB'],
      ],
    },
    {
      noun: 'items',
      sizes: [10, 100, 500],
      lines: [
        ['panels', 'opening all eight panels', 'ms'],
        ['key', 'keystroke, 98th percentile', 'ms'],
        ['formHeap', 'heap', 'MB'],
      ],
    },
  ]
