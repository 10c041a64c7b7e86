import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'
import type { ReportKey } from './report-search.ts'

/** A report that is open beside a review's form: a document of the vendor, or a file from disk. */
export type OpenReport = {
  key: ReportKey
  name: string
} & ({ documentId: number } | { file: File })

/** The open reports of each review, in the order of their tabs. They last as long as the window. */
const opened = service(() => createStore<ReadonlyMap<string, readonly OpenReport[]>>(new Map()))

const NONE: readonly OpenReport[] = []

/** The reports that are open beside one review. */
export const openReports = (vendorId: number, reviewId: number) => {
  const { getState, setState, subscribe } = opened()
  const id = `${vendorId}/${reviewId}`
  const reports = (): readonly OpenReport[] => getState().get(id) ?? NONE
  const change = (next: readonly OpenReport[]): void => setState(new Map(getState()).set(id, next))
  return {
    subscribe,
    getState: reports,
    /** Opens a document of the vendor, once. @returns its key */
    openDocument: ({ id: documentId, name }: { id: number; name: string }): ReportKey => {
      const key: ReportKey = `${documentId}`
      const others = reports().filter((report) => report.key !== key)
      if (others.length === reports().length) change([...others, { key, name, documentId }])
      return key
    },
    /** Opens a file from disk, which is only read. @returns its key */
    openFile: (file: File): ReportKey => {
      const used = reports().map(({ key }) => Number(/^disk-(\d+)$/.exec(key)?.[1] ?? 0))
      const key: ReportKey = `disk-${Math.max(0, ...used) + 1}`
      change([...reports(), { key, name: file.name, file }])
      return key
    },
    /** Closes a report. @returns the key of the one beside it, if there is one */
    close: (key: ReportKey): ReportKey | undefined => {
      const at = reports().findIndex((report) => report.key === key)
      const rest = reports().filter((report) => report.key !== key)
      change(rest)
      return rest[Math.min(Math.max(at, 0), rest.length - 1)]?.key
    },
  }
}
