import { Button } from '@mantine/core'
import { ErrorState } from '../error-state.tsx'
import { Notice } from '../notice.tsx'

interface ListFooterProps {
  isFetching: boolean
  /** What went wrong with the next page, in a sentence. */
  error?: string | undefined
  hasMore: boolean
  onMore: () => Promise<unknown>
  /** Rows that the service sent and that could not be read. */
  unreadable: number
}

/** What stands below a list: that more is coming, that it failed, or that rows were left out. */
export const ListFooter = ({ isFetching, error, hasMore, onMore, unreadable }: ListFooterProps) => (
  <div style={{ paddingTop: 12 }}>
    {unreadable > 0 && (
      <Notice tone="warning">
        {unreadable === 1 ? 'One row is' : `${unreadable} rows are`} missing here, because Drata’s
        answer could not be read. Open the list in Drata to see {unreadable === 1 ? 'it' : 'them'}.
      </Notice>
    )}
    {error !== undefined ? (
      <ErrorState sentence={error} onRetry={onMore} />
    ) : (
      hasMore && (
        <Button size="xs" variant="default" loading={isFetching} onClick={() => void onMore()}>
          Load more
        </Button>
      )
    )}
  </div>
)
