import { standsAt } from './file-bytes.ts'

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** Office Open XML and OpenDocument are zip archives. */
export const ZIP = [0x50, 0x4b, 0x03, 0x04] as const
/** The compound file format of Office 97. */
export const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0] as const

type Signature = readonly [extension: string, bytes: readonly number[], place?: number]

/** The first bytes of pictures that are accepted. */
const PICTURES: readonly Signature[] = [
  ['.png', [0x89, 0x50, 0x4e, 0x47]],
  ['.jpg', [0xff, 0xd8, 0xff]],
  ['.gif', letters('GIF8')], // before 7a or 9a
]

/** The first bytes of other types, which people take for accepted ones. */
const OTHERS: readonly Signature[] = [
  ['.webp', letters('WEBP'), 8],
  ['.heic', letters('ftypheic'), 4],
  ['.heic', letters('ftypheix'), 4],
  ['.heic', letters('ftypmif1'), 4],
  ['.avif', letters('ftypavif'), 4],
  ['.tif', [0x49, 0x49, 0x2a, 0x00]],
  ['.tif', [0x4d, 0x4d, 0x00, 0x2a]],
  ['.7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['.rar', letters('Rar!')],
  ['.gz', [0x1f, 0x8b, 0x08]],
  ['.exe', letters('MZ')],
]

const extensionIn = (signatures: readonly Signature[], head: Uint8Array): string | undefined =>
  signatures.find(([, bytes, place]) => standsAt(head, bytes, place))?.[0]

/** @returns the extension of a picture that is accepted, by its first bytes */
export const pictureIn = (head: Uint8Array): string | undefined => extensionIn(PICTURES, head)

/**
 * @param head the first bytes of a file that is no text: words could begin like a signature
 * @returns the extension of a type that is not accepted
 */
export const otherTypeIn = (head: Uint8Array): string | undefined => extensionIn(OTHERS, head)
