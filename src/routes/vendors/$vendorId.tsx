import { createFileRoute, notFound } from '@tanstack/react-router'
import { NO_ID, pathId } from '../../domain/search-schema.ts'

/** The parent of all routes of one vendor. An id that is none answers "not found". */
export const Route = createFileRoute('/vendors/$vendorId')({
  params: {
    parse: ({ vendorId }) => ({ vendorId: pathId.parse(vendorId) }),
    stringify: ({ vendorId }) => ({ vendorId: String(vendorId) }),
  },
  beforeLoad: ({ params }) => {
    if (params.vendorId === NO_ID) notFound({ throw: true })
  },
})
