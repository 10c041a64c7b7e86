/**
 * Reads a part of a file; fewer bytes at its end.
 * @throws DOMException if the file can no longer be read
 */
export const bytesAt = async (
  file: Blob,
  start: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(start, start + length).arrayBuffer())

/** The bytes as letters, one a byte: structure that is written in ASCII can be searched in it. */
export const lettersOf = (bytes: Uint8Array): string => {
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return letters
}

/** Whether a signature stands at a place. */
export const standsAt = (
  bytes: Uint8Array,
  signature: readonly number[],
  place: number = 0,
): boolean => signature.every((byte, index) => bytes[place + index] === byte)

/** A view to read numbers with. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)
