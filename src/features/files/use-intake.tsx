import { useEffect, useState } from 'react'
import type { UploadTarget } from '../../api/uploads.ts'
import { withMimeType } from '../../domain/file-check.ts'
import { FILE_LIMIT_MB, useSetting } from '../../ui/use-setting.ts'
import { type RefusedFile, sortFiles } from './sort-files.ts'
import type { Upload } from './upload.ts'
import { showInCorner } from './upload-corner.tsx'
import { UploadTray } from './upload-tray.tsx'
import { useUploadQueue } from './uploads.ts'

const MB = 1_000_000
const tray = <UploadTray />

const isSamePlace = (one: UploadTarget, other: UploadTarget): boolean =>
  one.kind === other.kind && one.vendorId === other.vendorId && one.reviewId === other.reviewId

/** What a place that takes files does with them. */
export interface Intake {
  /** The files of the last drop that were not sent. */
  refused: readonly RefusedFile[]
  /** Checks files and sends those that are right. @returns whether all were */
  take: (target: UploadTarget, files: readonly File[]) => Promise<boolean>
  insist: (refused: RefusedFile) => void
  dismiss: () => void
}

/**
 * Checks files before they are sent.
 * @param listed the names of what the service has in a place, asked when files come
 */
export const useIntake = (listed: (target: UploadTarget) => readonly string[]): Intake => {
  const queue = useUploadQueue()
  useEffect(() => showInCorner(tray), [])
  const [limit] = useSetting(FILE_LIMIT_MB)
  const [refused, setRefused] = useState<(RefusedFile & { target: UploadTarget })[]>([])
  return {
    refused,
    take: async (target, files) => {
      const uploads = (): readonly Upload[] =>
        queue.getSnapshot().uploads.filter((upload) => isSamePlace(upload.target, target))
      const sorted = await sortFiles(files, {
        kind: target.kind === 'document' ? 'report' : 'questionnaire',
        limit: limit * MB,
        listed: listed(target),
        uploads: uploads(),
      })
      if (sorted.accepted.length > 0) queue.add(target, sorted.accepted)
      const ofTarget = sorted.refused.map((one) => ({ ...one, target }))
      setRefused((before) => [...before, ...ofTarget])
      return ofTarget.length === 0
    },
    insist: (one) => {
      const known = refused.find(({ file }) => file === one.file)
      if (known) queue.add(known.target, [withMimeType(known.file)])
      setRefused((before) => before.filter(({ file }) => file !== one.file))
    },
    dismiss: () => setRefused([]),
  }
}
