import { Link } from '@tanstack/react-router'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import type { FieldRef } from '../../domain/soc/sections.ts'
import { focusAnchor } from './use-focus-on-hash.ts'

interface FieldLinkProps {
  field: FieldRef
  open: readonly SocSectionId[]
}

/** A link to a field: opens its panel and moves the focus there. */
export const FieldLink = ({ field: { section, path, label }, open }: FieldLinkProps) => (
  <Link
    to="."
    search={(previous) => ({
      ...previous,
      open: open.includes(section.id) ? [...open] : [...open, section.id],
    })}
    hash={path}
    hashScrollIntoView={false}
    replace
    // If the same link is followed again, the address does not change.
    onClick={() => focusAnchor(path)}
  >
    {section.title === label ? label : `${section.title}: ${label}`}
  </Link>
)
