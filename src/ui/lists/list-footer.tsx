import { Button } from '@mantine/core'
import { ErrorState } from '../error-state.tsx'
import { Notice } from '../notice.tsx'

interface ListFooterProps {
  isFetching: boolean
  /** Why the next page could not be loaded, in a sentence. */
  error?: string | undefined
  /** The gateway's name for the request that failed with it. */
  requestId?: string | null | undefined
  hasMore: boolean
  onMore: () => Promise<unknown>
  /** How many rows could not be read. */
  unreadable: number
}

/**
 * The end of a list: it says that more is loading, that loading failed, or that rows are missing.
 */
export const ListFooter = ({
  isFetching,
  error,
  requestId,
  hasMore,
  onMore,
  unreadable,
}: ListFooterProps) => (
  <div style={{ paddingTop: 12 }}>
    {unreadable > 0 && (
      <Notice tone="warning">
        {unreadable === 1 ? 'One row is' : `${unreadable} rows are`} missing here, because Drata’s
        answer could not be read. Open the list in Drata to see {unreadable === 1 ? 'it' : 'them'}.
      </Notice>
    )}
    {error !== undefined ? (
      <ErrorState sentence={error} requestId={requestId} onRetry={onMore} />
    ) : (
      hasMore && (
        <Button size="xs" variant="default" loading={isFetching} onClick={() => void onMore()}>
          Load more
        </Button>
      )
    )}
  </div>
)
