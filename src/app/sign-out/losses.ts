/** What signing out ends or deletes. */
export interface Losses {
  /** Unsaved drafts that this browser keeps. */
  drafts: number
  /** Uploads that are not over. */
  uploads: number
  /** Whether the page holds input that is kept nowhere. */
  hasInput: boolean
}

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`

/**
 * Says what signing out loses, sentence by sentence.
 * @param isWiping whether what the browser keeps is deleted
 */
export const lossSentences = (
  { drafts, uploads, hasInput }: Losses,
  isWiping: boolean,
): string[] => {
  const sentences = [
    drafts > 0 &&
      (isWiping
        ? `${counted(drafts, 'unsaved draft')} ${drafts === 1 ? 'is' : 'are'} deleted. This cannot be undone.`
        : `${counted(drafts, 'unsaved draft')} ${drafts === 1 ? 'stays' : 'stay'} in this browser until you sign in here again.`),
    uploads > 0 &&
      `${counted(uploads, 'running upload')} ${uploads === 1 ? 'breaks' : 'break'} off: check afterwards whether ${uploads === 1 ? 'the file' : 'the files'} arrived.`,
    hasInput && 'What you entered on this page is lost.',
  ].filter((sentence) => sentence !== false)
  return sentences.length > 0 ? sentences : ['There are no unsaved drafts and no running uploads.']
}
