import { visibleText } from '../lib/text.ts'
import { displayName, type User } from './contract/user.ts'
import { gistOf } from './work/words.ts'

/** What identifies a person to people. */
type Named = Pick<User, 'id' | 'email' | 'firstName' | 'lastName'>

/** A person as an option of a choice. */
export interface PersonOption {
  /** The id. */
  value: string
  /** The name; with the detail behind it, if another person has the same name. */
  label: string
  /** The name alone. */
  name: string
  /** What tells the person from others of the name: the mail address, or else the id. */
  detail: string
}

/** Two names are the same if a reader sees no difference. */
const keyOf = (name: string): string => gistOf(name).toLowerCase()

const countBy = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/**
 * The options for choosing one of these people. No two options look alike, whoever has the name or
 * even the mail address of another.
 */
export const personOptions = (people: readonly Named[]): PersonOption[] => {
  const named = people.map((person) => {
    const name = displayName(person)
    return { id: person.id, name, detail: visibleText(person.email) ?? `User #${person.id}` }
  })
  const sames = countBy(named.map(({ name }) => keyOf(name)))
  const twins = countBy(named.map(({ name, detail }) => keyOf(`${name} ${detail}`)))
  return named.map(({ id, name, detail: mail }) => {
    const isTwin = (twins.get(keyOf(`${name} ${mail}`)) ?? 0) > 1
    const detail = isTwin ? `${mail}, user #${id}` : mail
    const isUnique = sames.get(keyOf(name)) === 1
    return { value: String(id), name, detail, label: isUnique ? name : `${name} (${detail})` }
  })
}

/** Everybody of a name. The service tells a reviewer by name alone, and a name may be shared. */
export const peopleOfName = <P extends Named>(people: readonly P[], name: string): P[] =>
  people.filter((person) => keyOf(displayName(person)) === keyOf(name))
