import { useState } from 'react'
import type { NewReviewFile } from '../../api/once/reviews/review-requests.ts'
import { asSent, refusalOf, remarkOn } from '../../domain/file-check.ts'
import { withoutSystemFiles } from '../../domain/system-files.ts'
import { FILE_LIMIT_MB, useSetting } from '../../ui/hooks/use-setting.ts'

const MB = 1_000_000

/** The report to create the review with. */
export interface ReportFile {
  chosen: NewReviewFile | undefined
  /** Why a file was rejected, in a sentence. */
  refusal: string | undefined
  /** A hint about the chosen file, or about files that were left out. */
  remark: string | undefined
  choose: (files: readonly File[]) => Promise<void>
  /** Shows why what was dropped is no report. A file chosen before stays. */
  refuse: (sentence: string) => void
  setDocumentType: (documentType: NewReviewFile['documentType']) => void
  remove: () => void
}

/** Holds the report once it has passed the checks. */
export const useReportFile = (): ReportFile => {
  const [limit] = useSetting(FILE_LIMIT_MB)
  const [chosen, setChosen] = useState<NewReviewFile>()
  const [refusal, setRefusal] = useState<string>()

  const [remark, setRemark] = useState<string>()

  const choose = async (given: readonly File[]): Promise<void> => {
    const { files, remark: leftOut } = withoutSystemFiles(given)
    const [file, ...others] = files
    setRemark(leftOut ?? undefined)
    if (!file) return
    const reason =
      others.length > 0
        ? 'A review can be created with only one file. Choose one, and upload the others on the review’s page.'
        : await refusalOf(file, 'report', limit * MB)
    const hint = reason === null ? await remarkOn(file) : null
    setRefusal(reason ?? undefined)
    if (hint !== null) setRemark(hint)
    if (reason === null) setChosen({ file: asSent(file), documentType: undefined })
  }

  return {
    chosen,
    refusal,
    remark,
    choose,
    refuse: setRefusal,
    setDocumentType: (documentType) => setChosen(chosen && { ...chosen, documentType }),
    remove: () => {
      setChosen(undefined)
      setRefusal(undefined)
      setRemark(undefined)
    },
  }
}
