import { createFileRoute, stripSearchParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { primeList } from '../../api/prime-list.ts'
import { ApiError, NO_CONNECTION } from '../../api/transport/api-error.ts'
import { vendors } from '../../api/vendors.ts'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { StartReviews } from '../../features/new-review/many/start-reviews.tsx'
import { UnfinishedRuns } from '../../features/new-review/many/unfinished-runs.tsx'
import { VendorsList } from '../../features/vendors/vendors-list.tsx'
import {
  VENDORS_DEFAULTS,
  type VendorsSearch,
  vendorsOrder,
  vendorsSearch,
} from '../../features/vendors/vendors-search.ts'
import type { Selection } from '../../ui/lists/select-rows.ts'

const VendorsPage = () => {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const onSearch = useCallback(
    (change: Partial<VendorsSearch>) =>
      void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true }),
    [navigate],
  )
  const [selection, setSelection] = useState<Selection<Vendor>>(new Map())
  const deselect = (vendorIds: readonly number[]): void =>
    setSelection(
      (before) => new Map([...before].filter(([vendorId]) => !vendorIds.includes(vendorId))),
    )
  return (
    <VendorsList
      search={search}
      onSearch={onSearch}
      selection={selection}
      onSelect={setSelection}
      notices={<UnfinishedRuns />}
      renderActions={(selected) => <StartReviews vendors={selected} onStarted={deselect} />}
    />
  )
}

export const Route = createFileRoute('/vendors/')({
  validateSearch: vendorsSearch,
  search: { middlewares: [stripSearchParams(VENDORS_DEFAULTS)] },
  loaderDeps: ({ search }) => vendorsOrder(search),
  loader: async ({ context: { queryClient }, deps }) => {
    const error = await primeList(queryClient, vendors.list(deps))
    // Without a network the code of the page cannot come either.
    if (error instanceof ApiError && error.status === NO_CONNECTION) throw error
  },
  component: VendorsPage,
})
