import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { rowsOf } from '../../api/cursor-list.ts'
import { documents } from '../../api/documents.ts'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { useFileDrop } from '../../ui/hooks/use-file-drop.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { PlusIcon, RemoveIcon } from '../../ui/icons.tsx'
import { type OpenReport, openReports } from './open-reports.ts'
import { ReaderButton } from './reader/reader-button.tsx'
import classes from './report.module.css'
import { ReportChooser } from './report-chooser.tsx'
import { CHOOSE, type ReportKey } from './report-search.ts'
import { createShelf } from './report-shelf.ts'
import { ReportView } from './report-view.tsx'

interface ReportPaneProps {
  vendorId: number
  reviewId: number
  /** What is in front, from the address. */
  current: ReportKey | typeof CHOOSE
  page: number | undefined
  /** Puts something else in front. @param report undefined closes the pane */
  onChange: (report: ReportKey | typeof CHOOSE | undefined) => void
  onPage: (page: number) => void
  /** Brings the pane to the front, where the form and it take turns. */
  onFront: () => void
  /** Whether a click has opened the pane, so that the focus goes there. */
  takesFocus: boolean
}

/** A file of the address is gone after a reload: the browser gives no file without being asked. */
const Gone = () => (
  <FieldNote kind="remark" p={16}>
    This report came from your computer, and the page was loaded anew since. Open it again.
  </FieldNote>
)

/** The name of a document, once the list of documents is there. */
const useNameOf = (vendorId: number, current: string): string | undefined => {
  const isDocument = /^\d+$/.test(current)
  const { data } = useInfiniteQuery({ ...documents.list(vendorId), enabled: isDocument })
  return data && rowsOf(data).find(({ id }) => String(id) === current)?.name
}

/** The reports that are open beside a form: one in front, the others behind their tabs. */
const ReportPane = (props: ReportPaneProps) => {
  const { vendorId, reviewId, current, page, onChange, onPage, onFront, takesFocus } = props
  const root = useRef<HTMLElement>(null)
  const open = useMemo(() => openReports(vendorId, reviewId), [vendorId, reviewId])
  const reports = useStore(open)
  const [shelf] = useState(() => createShelf(vendorId))
  const [noFile, setNoFile] = useState<string>()
  useEffect(() => () => shelf.keepOnly([]), [shelf])
  useEffect(() => shelf.keepOnly(reports.map(({ key }) => key)), [shelf, reports])
  useEffect(() => {
    if (takesFocus) root.current?.focus({ preventScroll: true })
  }, [takesFocus])

  // The address may name a document that no click has opened, as after a reload.
  const name = useNameOf(vendorId, current)
  const inFront = reports.find(({ key }) => key === current)
  const isNew = inFront === undefined && /^\d+$/.test(current)
  const openNamed = useEffectEvent((key: string): void => {
    if (isNew) open.openDocument({ id: Number(key), name: name ?? `Document #${key}` })
  })
  // A report that was closed is still in the address for a moment, and must not open again.
  useEffect(() => openNamed(current), [current])

  const openFiles = (files: readonly File[]): void => {
    const keys = files.map((file) => open.openFile(file))
    onChange(keys.at(-1))
  }
  const { rootProps, isDragging } = useFileDrop({
    onFiles: (files) => {
      setNoFile(undefined)
      openFiles(files)
    },
    onNoFile: setNoFile,
  })
  const close = (key: ReportKey): void => onChange(open.close(key))
  const titleOf = ({ key, name: known }: OpenReport): string =>
    key === current ? (name ?? known) : known

  return (
    <section ref={root} aria-label="Report" tabIndex={-1} className={classes.pane}>
      <div {...rootProps} className={classes.drop} data-drag={isDragging}>
        <div className={classes.head}>
          <div role="tablist" aria-label="Reports" className={classes.tabs}>
            {reports.map((report) => (
              <button
                key={report.key}
                type="button"
                role="tab"
                aria-selected={report.key === current}
                title={titleOf(report)}
                onClick={() => onChange(report.key)}
              >
                <bdi>{titleOf(report)}</bdi>
              </button>
            ))}
          </div>
          <ReaderButton
            label="Open another report"
            icon={<PlusIcon />}
            onClick={() => onChange(CHOOSE)}
          />
          <ReaderButton
            label={inFront ? `Close ${titleOf(inFront)}` : 'Close the report'}
            icon={<RemoveIcon />}
            onClick={() => (inFront ? close(inFront.key) : onChange(reports.at(-1)?.key))}
          />
        </div>
        {noFile !== undefined && (
          <FieldNote kind="error" role="alert" px={16} py={8}>
            {noFile}
          </FieldNote>
        )}
        {inFront ? (
          <ReportView
            key={inFront.key}
            name={titleOf(inFront)}
            shelved={shelf.get(inFront)}
            page={page}
            onPage={onPage}
            onFront={onFront}
            onFiles={openFiles}
          />
        ) : (
          !isNew && (
            <>
              {current !== CHOOSE && <Gone />}
              <ReportChooser
                vendorId={vendorId}
                onDocument={({ id, name: title }) =>
                  onChange(open.openDocument({ id, name: title }))
                }
                onFiles={openFiles}
              />
            </>
          )
        )}
      </div>
    </section>
  )
}

export default ReportPane
