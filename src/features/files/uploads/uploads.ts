import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { documents } from '../../../api/documents.ts'
import { listFiles, sendFiles } from '../../../api/once/files/file-requests.ts'
import { questionnaires } from '../../../api/questionnaires.ts'
import { whenSignedIn } from '../../../api/transport/connection.ts'
import { useStore } from '../../../ui/use-store.ts'
import type { UploadQueue, UploadService, UploadsSnapshot } from './upload.ts'
import { createUploadQueue } from './upload-queue.ts'

const serviceOn = (queryClient: QueryClient): UploadService => ({
  send: sendFiles,
  list: listFiles,
  whenSignedIn,
  // The lists alone: what is being edited on the page is none of an upload's business.
  refreshList: ({ kind, vendorId }) =>
    void queryClient.invalidateQueries({
      queryKey: (kind === 'document' ? documents : questionnaires).vendor(vendorId),
    }),
})

/** One queue for each app, which is what a query client stands for. */
const queues = new WeakMap<QueryClient, UploadQueue>()

/** @returns the uploads of the app */
export const useUploadQueue = (): UploadQueue => {
  const queryClient = useQueryClient()
  const known = queues.get(queryClient)
  if (known) return known
  const queue = createUploadQueue(serviceOn(queryClient))
  queues.set(queryClient, queue)
  return queue
}

/** @returns all uploads as they stand, kept up to date */
export const useUploads = (): UploadsSnapshot => useStore(useUploadQueue())
