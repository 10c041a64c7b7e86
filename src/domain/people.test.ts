import fc from 'fast-check'
import { expect, it } from 'vitest'
import { peopleOfName, personOptions } from './people.ts'

const person = (id: number, firstName: string | null, email: string) => ({
  id,
  firstName,
  lastName: null,
  email,
})
const ANA = person(1, 'Ana Silva', 'ana.silva@a.example')
const OTHER_ANA = person(2, 'Ana  Silva ', 'a.silva@a.example')
const ADA = person(3, 'Ada Reyes', 'ada@a.example')
const labelsOf = (...people: Parameters<typeof personOptions>[0]) =>
  personOptions(people).map(({ label }) => label)

it('an option tells the mail address, and its label does where the name is shared', () => {
  expect(personOptions([ADA])).toEqual([
    { value: '3', name: 'Ada Reyes', label: 'Ada Reyes', detail: 'ada@a.example' },
  ])
  expect(labelsOf(ANA, ADA, OTHER_ANA)).toEqual([
    'Ana Silva (ana.silva@a.example)',
    'Ada Reyes',
    'Ana  Silva (a.silva@a.example)',
  ])
})

it('the id tells people apart who share the mail address, too, or have none', () => {
  expect(labelsOf(ANA, { ...ANA, id: 9 })).toEqual([
    'Ana Silva (ana.silva@a.example, user #1)',
    'Ana Silva (ana.silva@a.example, user #9)',
  ])
  expect(labelsOf({ ...ANA, email: '' }, { ...ANA, id: 9, email: '\u200B' })).toEqual([
    'Ana Silva (User #1)',
    'Ana Silva (User #9)',
  ])
})

it('no two labels are the same', () => {
  const names = fc.constantFrom('Ana', 'ana', ' Ana', 'A\u0301na', '\u00C1na', '', '\u200B', null)
  const mails = fc.constantFrom('a@b', 'A@b', '', ' ')
  const people = fc
    .array(fc.record({ firstName: names, email: mails }))
    .map((rows) => rows.map((row, id) => person(id + 1, row.firstName, row.email)))
  fc.assert(
    fc.property(people, (rows) => {
      const labels = labelsOf(...rows).map((label) => label.normalize('NFC').toLowerCase().trim())
      expect(new Set(labels).size).toBe(rows.length)
    }),
  )
})

it('a name is that of everybody whose name looks the same', () => {
  expect(peopleOfName([ANA, ADA, OTHER_ANA], 'ana silva')).toEqual([ANA, OTHER_ANA])
  expect(peopleOfName([ANA, ADA], 'Ada Reyes')).toEqual([ADA])
  expect(peopleOfName([ANA], 'Ana')).toEqual([])
})
