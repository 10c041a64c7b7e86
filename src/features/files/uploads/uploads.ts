import { documents } from '../../../api/documents.ts'
import { listFiles, sendFiles } from '../../../api/once/files/file-requests.ts'
import { appQueryClient } from '../../../api/query-client.ts'
import { questionnaires } from '../../../api/questionnaires.ts'
import { whenSignedIn } from '../../../api/transport/connection.ts'
import { service } from '../../../lib/services.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'
import type { UploadsSnapshot } from './upload.ts'
import { createUploadQueue } from './upload-queue.ts'

/** The uploads of the page. */
export const uploadQueue = service(() =>
  createUploadQueue({
    send: sendFiles,
    list: listFiles,
    whenSignedIn,
    // Refresh only the lists; an upload must not touch what is being edited on the page.
    refreshList: ({ kind, vendorId }) =>
      void appQueryClient().invalidateQueries({
        queryKey: (kind === 'document' ? documents : questionnaires).vendor(vendorId),
      }),
  }),
)

/** @returns all uploads, kept up to date */
export const useUploads = (): UploadsSnapshot => useStore(uploadQueue())
