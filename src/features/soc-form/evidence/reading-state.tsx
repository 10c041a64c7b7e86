import { Text } from '@mantine/core'
import type { DocumentKind } from '../../../domain/evidence/kind.ts'
import { KIND_LABELS } from '../../../domain/evidence/reading-text.ts'
import { type ReportReading, reportReading } from '../../../editing/evidence/report-reading.ts'
import { usePageKey } from '../../../ui/hooks/use-page-key.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'
import { Notice } from '../../../ui/notice.tsx'
import { evidenceAnnouncement, pressForFocus } from './evidence-keys.ts'
import { SHOW_KEY, USE_KEY } from './suggestion-row.tsx'

/** Why a document gives no suggestions, after its name. */
const FILLS_NO_FORM: Partial<Record<DocumentKind, string>> = {
  BRIDGE_LETTER:
    'is a bridge letter: it comes from the vendor and is not audited, so it fills no form.',
  CERTIFICATE: 'is a certificate: it shows no tests of controls, so it fills no form.',
  SCAN: 'is a scan without text, so nothing in it can be read and it fills no form.',
}
const UNKNOWN = 'is not recognized as a SOC report, so it fills no form.'

const Sentence = ({ report }: { report: ReportReading }) => {
  switch (report.state) {
    case 'none':
      return null
    case 'reading':
      return (
        <Text role="status" fz={13} c="dimmed">
          Reading page {report.page} of {report.pageCount}
        </Text>
      )
    case 'failed':
      return <Notice tone="warning">{report.sentence}</Notice>
    case 'read': {
      const { file, reading } = report
      return reading.fields ? (
        <Text fz={13} c="dimmed">
          {KIND_LABELS[reading.kind]}: <bdi>{file.name}</bdi>
        </Text>
      ) : (
        <Notice tone="warning">
          <span>
            <bdi>{file.name}</bdi> {FILLS_NO_FORM[reading.kind] ?? UNKNOWN}
          </span>
        </Notice>
      )
    }
  }
}

/** What is known of the report as a whole, at the top of the form; and the keys of its suggestions. */
const ReadingState = () => {
  const report = useStore(reportReading())
  const said = useStore(evidenceAnnouncement())
  usePageKey(USE_KEY, () => pressForFocus(USE_KEY))
  usePageKey(SHOW_KEY, () => pressForFocus(SHOW_KEY))
  return (
    <>
      <Sentence report={report} />
      {report.state === 'read' && (
        <p role="status" className="visually-hidden">
          {said}
        </p>
      )}
    </>
  )
}

export default ReadingState
