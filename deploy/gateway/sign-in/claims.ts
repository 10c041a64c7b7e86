import * as z from 'zod/mini'

/** What the identity provider says about a user. */
export interface Claims {
  subject: string
  /** null where it is not told, or not verified. */
  email: string | null
  groups: string[]
}

const claimsSchema = z.object({
  sub: z.string(),
  email: z.catch(z.nullable(z.string()), null),
  // Who may register any address must not appear under a colleague’s (OpenID Connect Core, 5.7).
  email_verified: z.catch(z.optional(z.unknown()), undefined),
})
const groupsSchema = z.catch(
  z.union([
    z.array(z.string()),
    z.pipe(
      z.string(),
      z.transform((group) => [group]),
    ),
  ]),
  [],
)

/**
 * Reads the claims of an ID token or of the userinfo endpoint.
 * @param groupsClaim the name of the claim that holds the groups
 * @throws an Error where there is no subject
 */
export const readClaims = (claims: object, groupsClaim: string): Claims => {
  const { sub, email, email_verified } = claimsSchema.parse(claims)
  const groups = groupsSchema.parse(
    Object.entries(claims).find(([name]) => name === groupsClaim)?.[1],
  )
  const isUnverified = email_verified === false || email_verified === 'false'
  return { subject: sub, email: isUnverified ? null : email, groups }
}
