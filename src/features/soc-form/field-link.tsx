import { Link } from '@tanstack/react-router'
import type { SocSectionId } from '../../domain/contract/values.ts'
import type { FieldPlace } from '../../domain/soc/sections.ts'
import { focusPlace } from './use-focus-on-hash.ts'

interface FieldLinkProps {
  place: FieldPlace
  open: readonly SocSectionId[]
}

/** A link to a field: opens its panel and moves the focus there. */
export const FieldLink = ({ place: { section, path, label }, open }: FieldLinkProps) => (
  <Link
    to="."
    search={(previous) => ({
      ...previous,
      open: open.includes(section.id) ? [...open] : [...open, section.id],
    })}
    hash={path}
    hashScrollIntoView={false}
    replace
    resetScroll={false}
    // If the same link is followed again, the address does not change.
    onClick={() => focusPlace(path)}
  >
    {section.title === label ? label : `${section.title}: ${label}`}
  </Link>
)
