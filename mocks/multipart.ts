import { createHash } from 'node:crypto'
import type { SentFile } from './service/forms.ts'

/**
 * Reads forms for the server as they arrive. `request.formData()` holds a body several times over
 * (more than 800 MB of memory for 200 MB), and the server needs no more of a file than its hash.
 */

/** A file that arrived. Its bytes were counted and hashed as they passed, and not kept. */
export class Upload implements SentFile {
  readonly name: string
  readonly type: string
  size = 0
  /** Shows whether every byte arrived as it was sent. */
  sha256 = ''
  readonly #hash = createHash('sha256')

  constructor(name: string, type: string) {
    this.name = name
    this.type = type
  }

  write(bytes: Uint8Array): void {
    this.size += bytes.length
    this.#hash.update(bytes)
  }

  end(): this {
    this.sha256 = this.#hash.digest('hex')
    return this
  }
}

/** The value of a field that is not a file. */
class Text {
  #value = Buffer.alloc(0)

  write(bytes: Uint8Array): void {
    this.#value = Buffer.concat([this.#value, bytes])
  }

  end(): string {
    return this.#value.toString()
  }
}

/** How browsers escape characters that a quoted name cannot hold (RFC 7578, HTML). */
const ESCAPES: Readonly<Record<string, string>> = { '%22': '"', '%0D': '\r', '%0A': '\n' }

const parameterOf = (head: string, name: string): string | undefined =>
  new RegExp(`[;\\s]${name}="([^"]*)"`)
    .exec(head)?.[1]
    ?.replaceAll(/%(?:22|0D|0A)/g, (escaped) => ESCAPES[escaped] ?? escaped)

const partOf = (head: string) => {
  const fileName = parameterOf(head, 'filename')
  const type = /^content-type: *(.+)$/im.exec(head)?.[1] ?? 'application/octet-stream'
  return {
    name: parameterOf(head, 'name') ?? '',
    value: fileName === undefined ? new Text() : new Upload(fileName, type),
  }
}

const LINE = '\r\n'

/**
 * Reads a form.
 * @param contentType the header, which names the boundary between the parts
 * @returns the parts in their order
 * @throws TypeError, as `request.formData()` does, for a body that is no form or ends too early
 */
export const readMultipart = async (
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  contentType: string,
): Promise<[string, string | Upload][]> => {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)/i.exec(contentType)?.[1]
  if (boundary === undefined) throw new TypeError('The body is not multipart/form-data.')
  const delimiter = Buffer.from(`${LINE}--${boundary}`)
  const entries: [string, string | Upload][] = []
  // The text before the first delimiter is read as a part and dropped.
  const preamble = partOf('')
  let part: typeof preamble | undefined = preamble
  let rest = Buffer.from(LINE)

  const isLast = (): boolean => rest.toString('latin1', 0, 2) === '--'

  /** Parses one step of the bytes so far. @returns false when it needs more bytes */
  const advance = (): boolean => {
    if (!part) {
      const end = rest.indexOf(LINE + LINE)
      if (end === -1 || isLast()) return false
      part = partOf(rest.toString('utf8', 0, end))
      rest = rest.subarray(end + 2 * LINE.length)
      return true
    }
    const end = rest.indexOf(delimiter)
    // The last bytes may be the beginning of a delimiter.
    const length = end === -1 ? Math.max(0, rest.length - delimiter.length) : end
    part.value.write(rest.subarray(0, length))
    if (end === -1) {
      rest = rest.subarray(length)
      return false
    }
    rest = rest.subarray(end + delimiter.length)
    if (part !== preamble) entries.push([part.name, part.value.end()])
    part = undefined
    return true
  }

  for await (const chunk of body) {
    rest = Buffer.concat([rest, chunk])
    while (advance());
  }
  if (part || !isLast()) throw new TypeError('The form ends too early.')
  return entries
}
