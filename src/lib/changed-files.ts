/** A file has changed on disk, or is gone, since it was chosen: no browser sends it then. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError'
}

/**
 * Whether a file is still what it was when it was chosen. Browsers notice a change as soon as they
 * read; the last byte shows a file that has become shorter.
 */
const isUnchanged = async (file: File): Promise<boolean> => {
  try {
    const ends = await Promise.all(
      [file.slice(0, 1), file.slice(-1)].map((end) => end.arrayBuffer()),
    )
    return file.size === 0 || ends.every(({ byteLength }) => byteLength === 1)
  } catch {
    return false
  }
}

/**
 * Whether a file of a form can no longer be sent, since it has changed after it was chosen. Two
 * bytes of each file are read.
 */
export const hasChangedFile = async (form: FormData): Promise<boolean> => {
  const files = [...form.values()].filter((value) => value instanceof File)
  const areUnchanged = await Promise.all(files.map(isUnchanged))
  return areUnchanged.includes(false)
}
