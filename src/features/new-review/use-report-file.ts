import { useState } from 'react'
import type { NewReviewFile } from '../../api/once/reviews/review-requests.ts'
import { asSent, refusalOf } from '../../domain/file-check.ts'
import { FILE_LIMIT_MB, useSetting } from '../../ui/hooks/use-setting.ts'

const MB = 1_000_000

/** The report to create the review with. */
export interface ReportFile {
  chosen: NewReviewFile | undefined
  /** Why a file was rejected, in a sentence. */
  refusal: string | undefined
  choose: (files: readonly File[]) => Promise<void>
  setDocumentType: (documentType: NewReviewFile['documentType']) => void
  remove: () => void
}

/** Holds the report once it has passed the checks. */
export const useReportFile = (): ReportFile => {
  const [limit] = useSetting(FILE_LIMIT_MB)
  const [chosen, setChosen] = useState<NewReviewFile>()
  const [refusal, setRefusal] = useState<string>()

  const choose = async ([file, ...others]: readonly File[]): Promise<void> => {
    if (!file) return
    const reason =
      others.length > 0
        ? 'A review can be created with only one file. Choose one, and upload the others on the review’s page.'
        : await refusalOf(file, 'report', limit * MB)
    setRefusal(reason ?? undefined)
    if (reason === null) setChosen({ file: asSent(file), documentType: undefined })
  }

  return {
    chosen,
    refusal,
    choose,
    setDocumentType: (documentType) => setChosen(chosen && { ...chosen, documentType }),
    remove: () => {
      setChosen(undefined)
      setRefusal(undefined)
    },
  }
}
