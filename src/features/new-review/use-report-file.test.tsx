// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useReportFile } from './use-report-file.ts'

const fileOf = (name: string, content = '%PDF-1.4\n'): File => new File([content], name)

const chosenFrom = async (...files: File[]) => {
  const { result } = renderHook(useReportFile)
  await act(() => result.current.choose(files))
  return result.current
}

afterEach(cleanup)

it('a report is taken out of its folder, without the hidden files beside it', async () => {
  const { chosen, refusal, remark } = await chosenFrom(
    fileOf('._report.pdf'),
    fileOf('report.pdf'),
    fileOf('desktop.ini'),
  )
  expect(chosen?.file.name).toBe('report.pdf')
  expect(refusal).toBeUndefined()
  expect(remark).toContain('“._report.pdf” and “desktop.ini” were left out')
})

it('nothing is chosen where all are hidden files', async () => {
  expect(await chosenFrom(fileOf('~$report.docx'))).toMatchObject({
    chosen: undefined,
    refusal: undefined,
    remark: expect.stringContaining('“~$report.docx” was left out') as string,
  })
})

it('a report that is encrypted comes with a hint', async () => {
  const encrypted = fileOf('a.pdf', '%PDF-1.4\ntrailer\n<</Encrypt 5 0 R>>')
  const { chosen, remark } = await chosenFrom(encrypted)
  expect(chosen?.file.type).toBe('application/pdf')
  expect(remark).toContain('is encrypted')
})
