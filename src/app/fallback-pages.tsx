import { Group, Skeleton } from '@mantine/core'
import { waysBack } from '../features/page-errors/route-error.tsx'
import { Page } from '../ui/page.tsx'

/** Shown while a page takes longer than a moment. */
export const PendingPage = () => (
  <div role="status" aria-label="Loading">
    <Skeleton height={28} width={280} mt={32} mb={24} />
    {Array.from({ length: 8 }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
      <Skeleton key={row} height={20} mb={16} width={row % 3 === 2 ? '70%' : '100%'} />
    ))}
  </div>
)

/** For addresses without a page. */
export const NotFoundPage = () => (
  <Page title="Page not found">
    <p>There is nothing at this address. Check it for typos, or start again from the list.</p>
    <Group component="p" gap={16} mt={16}>
      {waysBack}
    </Group>
  </Page>
)
