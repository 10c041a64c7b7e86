import { useEffect, useRef, useState } from 'react'
import type { UploadTarget } from '../../api/once/files/file-requests.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import { asSent } from '../../domain/file-check.ts'
import { FILE_LIMIT_MB, useSetting } from '../../ui/hooks/use-setting.ts'
import { type RefusedFile, sortFiles } from './sort-files.ts'
import type { Upload } from './uploads/upload.ts'
import { mountTray } from './uploads/upload-corner.tsx'
import { UploadTray } from './uploads/upload-tray.tsx'
import { uploadQueue } from './uploads/uploads.ts'
import { useExistingNames } from './use-existing-names.ts'

const MB = 1_000_000
const tray = <UploadTray />

const isSamePlace = (one: UploadTarget, other: UploadTarget): boolean =>
  one.kind === other.kind && one.vendorId === other.vendorId && one.reviewId === other.reviewId

const uncheckedFile = (file: File, error: unknown): RefusedFile => ({
  file,
  sentence: `“${file.name}”: ${explainError(error).sentence}`,
  isDuplicate: false,
})

/** The check of files before upload, and its rejected files. */
export interface FileCheck {
  /** Whether files are being checked, and are neither rejected nor uploading yet. */
  isChecking: boolean
  /** The rejected files of the last drop. */
  refused: readonly RefusedFile[]
  /** Sentences about the files of the last drop that were left out, and hints about others. */
  remarks: readonly string[]
  /**
   * Checks files and sends the valid ones. It never throws; files that cannot be checked are
   * rejected.
   * @returns whether all were valid, and nothing is to be said about them
   */
  add: (target: UploadTarget, files: readonly File[]) => Promise<boolean>
  /** Sends a file that was rejected as a duplicate. */
  insist: (refused: RefusedFile) => void
  dismiss: () => void
}

/** Checks files before upload. */
export const useFileCheck = (): FileCheck => {
  const queue = uploadQueue()
  const existingNames = useExistingNames()
  useEffect(() => mountTray(tray), [])
  const [limit] = useSetting(FILE_LIMIT_MB)
  const [refused, setRefused] = useState<(RefusedFile & { target: UploadTarget })[]>([])
  const [remarks, setRemarks] = useState<readonly string[]>([])
  const [underWay, setUnderWay] = useState(0)
  const before = useRef<Promise<unknown>>(Promise.resolve())

  const refuse = (target: UploadTarget, added: readonly RefusedFile[]): void =>
    setRefused((others) => [...others, ...added.map((one) => ({ ...one, target }))])

  const check = async (target: UploadTarget, files: readonly File[]): Promise<boolean> => {
    const listed = await existingNames(target)
    const uploads = (): readonly Upload[] =>
      queue.getState().uploads.filter((upload) => isSamePlace(upload.target, target))
    const sorted = await sortFiles(files, {
      kind: target.kind === 'document' ? 'report' : 'questionnaire',
      limit: limit * MB,
      listed,
      uploads: uploads(),
    })
    if (sorted.accepted.length > 0) queue.add(target, sorted.accepted)
    refuse(target, sorted.refused)
    setRemarks((others) => [...new Set([...others, ...sorted.remarks])])
    return sorted.refused.length === 0 && sorted.remarks.length === 0
  }

  return {
    isChecking: underWay > 0,
    refused,
    remarks,
    add: async (target, files) => {
      setUnderWay((count) => count + 1)
      // Check one drop after the other, so that a second drop of the same file is recognised.
      const checked = before.current
        .then(() => check(target, files))
        .catch((error: unknown) => {
          refuse(
            target,
            files.map((file) => uncheckedFile(file, error)),
          )
          return false
        })
      before.current = checked
      return checked.finally(() => setUnderWay((count) => count - 1))
    },
    insist: (one) => {
      const known = refused.find(({ file }) => file === one.file)
      if (known) queue.add(known.target, [asSent(known.file)])
      setRefused((others) => others.filter(({ file }) => file !== one.file))
    },
    dismiss: () => {
      setRefused([])
      setRemarks([])
    },
  }
}
