// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { carriesFiles, carriesFolder, isLeftToBrowser, refuseStrayDrags } from './file-drags.ts'

const data = (types: readonly string[], items: readonly object[] = []): DataTransfer =>
  ({ types, items, dropEffect: 'copy' }) as unknown as DataTransfer

const drag = (type: string, dataTransfer: DataTransfer, target: Element): Event => {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
    dataTransfer,
  })
  target.dispatchEvent(event)
  return event
}

afterEach(() => document.body.replaceChildren())

describe('a drag', () => {
  it('carries files if its types or its items say so', () => {
    expect(carriesFiles(data(['Files']))).toBe(true)
    expect(carriesFiles(data(['application/x-moz-file', 'text/plain']))).toBe(true)
    expect(carriesFiles(data(['text/plain'], [{ kind: 'file' }]))).toBe(true)
    expect(carriesFiles(data(['text/uri-list', 'text/html'], [{ kind: 'string' }]))).toBe(false)
    expect(carriesFiles(data([]))).toBe(false)
    expect(carriesFiles(null)).toBe(false)
  })

  it('carries a folder if one of its items is one', () => {
    const item = (isDirectory: boolean) => ({ webkitGetAsEntry: () => ({ isDirectory }) })
    expect(carriesFolder(data(['Files'], [item(false), item(true)]))).toBe(true)
    expect(carriesFolder(data(['Files'], [item(false), {}]))).toBe(false)
  })

  it('is left to the browser where text goes into a text field', () => {
    const field = document.createElement('textarea')
    const text = data(['text/plain'])
    expect(isLeftToBrowser({ dataTransfer: text, target: field })).toBe(true)
    expect(isLeftToBrowser({ dataTransfer: text, target: document.body })).toBe(false)
    expect(isLeftToBrowser({ dataTransfer: data(['Files']), target: field })).toBe(false)
  })
})

describe('a drag beside all drop zones', () => {
  it('is refused, unless it is text over a text field or something has taken it', () => {
    const stop = refuseStrayDrags()
    const [field, zone] = [document.createElement('textarea'), document.createElement('div')]
    zone.addEventListener('drop', (event) => event.preventDefault())
    document.body.append(field, zone)
    const link = data(['text/uri-list'])
    expect(drag('dragover', link, document.body).defaultPrevented).toBe(true)
    expect(link.dropEffect).toBe('none')
    expect(drag('drop', data(['Files']), field).defaultPrevented).toBe(true)
    const text = data(['text/plain'])
    expect(drag('dragover', text, field).defaultPrevented).toBe(false)
    expect(text.dropEffect).toBe('copy')
    const taken = data(['Files'])
    drag('drop', taken, zone)
    expect(taken.dropEffect).toBe('copy')
    stop()
    expect(drag('drop', data(['Files']), document.body).defaultPrevented).toBe(false)
  })
})
