import { expect, it } from 'vitest'
import { lossSentences } from './losses.ts'

const NONE = { drafts: 0, uploads: 0, hasInput: false }

it.each([
  [NONE, false, ['There are no unsaved drafts and no running uploads.']],
  [NONE, true, ['There are no unsaved drafts and no running uploads.']],
  [
    { ...NONE, drafts: 1 },
    false,
    ['1 unsaved draft stays in this browser until you sign in here again.'],
  ],
  [{ ...NONE, drafts: 1 }, true, ['1 unsaved draft is deleted. This cannot be undone.']],
  [
    { drafts: 2, uploads: 3, hasInput: true },
    true,
    [
      '2 unsaved drafts are deleted. This cannot be undone.',
      '3 running uploads break off: check afterwards whether the files arrived.',
      'What you entered on this page is lost.',
    ],
  ],
])('%j with wiping %s: %j', (losses, isWiping, sentences) => {
  expect(lossSentences(losses, isWiping)).toEqual(sentences)
})
