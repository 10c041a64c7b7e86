// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { serve } from '../../testing/answers.ts'
import { fileOf, QUESTIONNAIRES } from '../../testing/once/scripted-files.ts'
import { sortFiles } from './sort-files.ts'
import { useFileCheck } from './use-file-check.tsx'

vi.mock('./sort-files.ts', { spy: true })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('files that could not be checked are refused, and the next are checked', async () => {
  serve(() => new Error('No network'))
  const { result } = renderHook(useFileCheck, {
    wrapper: ({ children }) => (
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
      >
        {children}
      </QueryClientProvider>
    ),
  })
  const add = (name: string): Promise<boolean> =>
    act(() => result.current.add(QUESTIONNAIRES, [fileOf(name)]))
  vi.mocked(sortFiles).mockRejectedValueOnce(new TypeError('file.name is undefined'))
  await expect(add('a.pdf')).resolves.toBe(false)
  expect(result.current.isChecking).toBe(false)
  expect(result.current.refused.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^“a\.pdf”: .*an error in Countersign/),
  ])
  await expect(add('b.exe')).resolves.toBe(false)
  expect(result.current.refused.map(({ file }) => file.name)).toEqual(['a.pdf', 'b.exe'])
})
