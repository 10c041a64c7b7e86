import type { Role } from '../identity.ts'
import { ROLES } from '../rules/roles.ts'
import type { GroupsOfRoles } from './sign-in-settings.ts'

/**
 * The highest role that one of the groups gives.
 * @returns undefined where none does; `decide` where no role asks for a group
 */
export const roleOf = (groups: readonly string[], roles: GroupsOfRoles): Role | undefined =>
  ROLES.every((role) => roles[role].length === 0)
    ? 'decide'
    : ROLES.findLast((role) => roles[role].some((group) => groups.includes(group)))
