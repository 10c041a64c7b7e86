import type * as z from 'zod/mini'

import { visibleText } from '../../lib/text.ts'
import { pageContract, pageOf } from './cursor-page.ts'
import { type Reader, strict, tolerant } from './reader.ts'

/** A person, as embedded in reviews and vendors. */
export const userCompact = (read: Reader) =>
  read.object({
    id: read.id,
    email: read.text,
    firstName: read.nullable(read.text),
    lastName: read.nullable(read.text),
    createdAt: read.instant,
    updatedAt: read.instant,
  })

/** A person, as GET /users lists them. */
export const user = (read: Reader) =>
  read.object({
    id: read.id,
    email: read.text,
    firstName: read.optional(read.nullable(read.text)),
    lastName: read.optional(read.nullable(read.text)),
    createdAt: read.instant,
    updatedAt: read.instant,
    jobTitle: read.optional(read.nullable(read.text)),
    avatarUrl: read.optional(read.nullable(read.text)),
    drataTermsAgreedAt: read.optional(read.nullable(read.instant)),
    roles: read.optional(read.list(read.text)),
  })

export const userContract = /* @__PURE__ */ user(strict)
export const usersContract = /* @__PURE__ */ pageContract(strict, userContract)
export const userSchema = user(tolerant)
export const usersSchema = pageOf(userSchema)
export type User = z.infer<typeof userSchema>
export type UserCompact = z.infer<ReturnType<typeof userCompact>>

/**
 * The display name of a person.
 * @returns first and last name, else the e-mail address, else "User #ID"
 */
export const displayName = (
  person: Pick<User, 'id' | 'email' | 'firstName' | 'lastName'>,
): string =>
  [visibleText(person.firstName), visibleText(person.lastName)].filter(Boolean).join(' ') ||
  (visibleText(person.email) ?? `User #${person.id}`)
