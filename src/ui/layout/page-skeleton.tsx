import { Skeleton } from '@mantine/core'

/** Stands where a page will be. @param hasHeading whether the heading is missing, too */
export const PageSkeleton = ({ hasHeading = true }: { hasHeading?: boolean }) => (
  <div role="status" aria-label="Loading">
    {hasHeading && <Skeleton height={28} width={280} mt={32} mb={24} />}
    {Array.from({ length: 8 }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
      <Skeleton key={row} height={20} mb={16} width={row % 3 === 2 ? '70%' : '100%'} />
    ))}
  </div>
)
