import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect } from 'vitest'
import type { CursorList } from '../api/cursor-list.ts'
import { useLoadedList } from '../api/use-loaded-list.ts'
import { answer, type Sent } from './answers.ts'

/** The cursor that a request asks with; null for the first page. */
export const cursorOf = ({ url }: Sent): string | null => url.searchParams.get('cursor')

/** Three pages of one row each; the cursor is the number of rows before. */
export const pageAt = (cursor: string | null): Response => {
  const before = Number(cursor ?? 0)
  return answer({
    data: [{ id: before + 1 }],
    pagination: { cursor: before === 2 ? null : String(before + 1), totalCount: cursor ? null : 3 },
  })
}

/** Shows a list as a page does, once its first rows are there. */
export const showList = async <T extends { id: number }>(
  queryClient: QueryClient,
  list: CursorList<T>,
  wantsAll: boolean,
) => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const shown = renderHook((all: boolean) => useLoadedList(list, all), {
    wrapper,
    initialProps: wantsAll,
  })
  await waitFor(() => expect(shown.result.current.isPending).toBe(false))
  return shown
}
