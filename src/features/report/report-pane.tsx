import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { rowsOf } from '../../api/cursor-list.ts'
import { documents } from '../../api/documents.ts'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { useFileDrop } from '../../ui/hooks/use-file-drop.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { PlusIcon, RemoveIcon } from '../../ui/icons.tsx'
import { PageSkeleton } from '../../ui/layout/page-skeleton.tsx'
import { TabFrame, TabPanel } from '../../ui/layout/tab-frame.tsx'
import { openReports } from './open-reports.ts'
import { ReaderButton } from './reader/reader-button.tsx'
import classes from './report.module.css'
import { ReportChooser } from './report-chooser.tsx'
import { CHOOSE, type ReportKey } from './report-search.ts'
import { createShelf } from './report-shelf.ts'
import { ReportView } from './report-view.tsx'

export interface ReportPaneProps {
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
}

/** A report that is a document of the vendor, by its id. */
const DOCUMENT = /^\d+$/

/** A file of the address is gone after a reload: the browser gives no file without being asked. */
const Gone = () => (
  <FieldNote kind="remark" p={16}>
    This report came from your computer, and the page was loaded anew since. Open it again.
  </FieldNote>
)

/** The name of a document, once the list of documents is there, and whether it is still awaited. */
const useNameOf = (vendorId: number, current: string) => {
  const isDocument = DOCUMENT.test(current)
  const { data, isPending } = useInfiniteQuery({ ...documents.list(vendorId), enabled: isDocument })
  return {
    name: data && rowsOf(data).find(({ id }) => String(id) === current)?.name,
    isAwaited: isDocument && isPending,
  }
}

/** The reports that are open beside a form: one in front, the others behind their tabs. */
const ReportPane = (props: ReportPaneProps) => {
  const { vendorId, reviewId, current, page, onChange, onPage, onFront } = props
  const open = useMemo(() => openReports(vendorId, reviewId), [vendorId, reviewId])
  const reports = useStore(open)
  const [shelf] = useState(() => createShelf(vendorId))
  const [noFile, setNoFile] = useState<string>()
  useEffect(() => () => shelf.keepOnly([]), [shelf])
  useEffect(() => shelf.keepOnly(reports.map(({ key }) => key)), [shelf, reports])

  // The address may name a document that no click has opened, as after a reload.
  const { name, isAwaited } = useNameOf(vendorId, current)
  const inFront = reports.find(({ key }) => key === current)
  const seen = useRef<string>(undefined)
  const openNamed = useEffectEvent((key: string): void => {
    if (!inFront && DOCUMENT.test(key))
      open.openDocument({ id: Number(key), name: name ?? `Document #${key}` })
  })
  useEffect(() => {
    // A report that was closed is still in the address for a moment, and must not open again.
    if (isAwaited || seen.current === current) return
    seen.current = current
    openNamed(current)
  }, [current, isAwaited])

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

  return (
    <div {...rootProps} className={classes.drop} data-drag={isDragging}>
      <TabFrame
        label="Reports"
        tabs={reports.map(({ key, name: title }) => ({
          value: key,
          title: <bdi>{title}</bdi>,
          tooltip: title,
        }))}
        value={inFront?.key ?? null}
        onChange={onChange}
        keepMounted={false}
        className={classes.pane}
        beside={
          <>
            <ReaderButton
              label="Open another report"
              icon={<PlusIcon />}
              onClick={() => onChange(CHOOSE)}
            />
            <ReaderButton
              label={inFront ? `Close ${inFront.name}` : 'Close the report'}
              icon={<RemoveIcon />}
              onClick={() => (inFront ? close(inFront.key) : onChange(reports.at(-1)?.key))}
            />
          </>
        }
      >
        {noFile !== undefined && (
          <FieldNote kind="error" role="alert" px={16} py={8}>
            {noFile}
          </FieldNote>
        )}
        {reports.map((report) => (
          <TabPanel key={report.key} value={report.key} className={classes.panel}>
            {report === inFront && (
              <ReportView
                name={report.name}
                shelved={shelf.get(report)}
                page={page}
                onPage={onPage}
                onFront={onFront}
                onFiles={openFiles}
              />
            )}
          </TabPanel>
        ))}
        {!inFront && isAwaited && <PageSkeleton hasHeading={false} />}
        {!inFront && !DOCUMENT.test(current) && (
          <>
            {current !== CHOOSE && <Gone />}
            <ReportChooser
              vendorId={vendorId}
              onDocument={({ id, name: title }) => onChange(open.openDocument({ id, name: title }))}
              onFiles={openFiles}
            />
          </>
        )}
      </TabFrame>
    </div>
  )
}

export default ReportPane
