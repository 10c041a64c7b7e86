import { createFileRoute, stripSearchParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { vendors } from '../../api/vendors.ts'
import {
  VENDORS_DEFAULTS,
  type VendorsSearch,
  vendorsSearch,
} from '../../features/vendors/search.ts'
import { VendorsList, vendorsOrder } from '../../features/vendors/vendors-list.tsx'

const VendorsPage = () => {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const onSearch = useCallback(
    (change: Partial<VendorsSearch>) =>
      void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true }),
    [navigate],
  )
  return <VendorsList search={search} onSearch={onSearch} />
}

export const Route = createFileRoute('/vendors/')({
  validateSearch: vendorsSearch,
  search: { middlewares: [stripSearchParams(VENDORS_DEFAULTS)] },
  loaderDeps: ({ search }) => vendorsOrder(search),
  loader: ({ context: { queryClient }, deps }) =>
    queryClient.infiniteQuery({ ...vendors.list(deps), staleTime: 'static' }),
  component: VendorsPage,
})
