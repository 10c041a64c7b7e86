import { Skeleton } from '@mantine/core'

interface RowsSkeletonProps {
  /** What is loading, in lower case: "security reviews". */
  what: string
  /** The height of the rows that come, in pixels. */
  rowHeight: number
}

const LINE_HEIGHT = 12

/** Stands where the rows of a list will be. */
export const RowsSkeleton = ({ what, rowHeight }: RowsSkeletonProps) => (
  <div
    role="status"
    aria-label={`Loading ${what}`}
    aria-busy="true"
    style={{ paddingTop: (rowHeight - LINE_HEIGHT) / 2 }}
  >
    {[72, 58, 80, 64, 70, 52].map((width) => (
      <Skeleton key={width} width={`${width}%`} height={LINE_HEIGHT} mb={rowHeight - LINE_HEIGHT} />
    ))}
  </div>
)
