import { expect, it } from 'vitest'
import { displayName } from './user.ts'

it.each([
  ['Ada', 'Reyes', 'ada@example.com', 'Ada Reyes'],
  ['Ada', null, 'ada@example.com', 'Ada'],
  ['\u200B', 'Reyes ', 'ada@example.com', 'Reyes'],
  [null, '', 'ada@example.com', 'ada@example.com'],
  ['\u3164', '\u2800', '\u00AD', 'User #7'],
])(
  'a person named %j %j with the address %j is shown as %j',
  (firstName, lastName, email, name) => {
    expect(displayName({ id: 7, firstName, lastName, email })).toBe(name)
  },
)
