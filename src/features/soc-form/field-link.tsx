import { Link } from '@tanstack/react-router'
import type { SocSectionId } from '../../domain/contract/values.ts'
import type { FieldPlace } from '../../domain/soc/sections.ts'
import { focusPlace } from './use-focus-on-hash.ts'

interface FieldLinkProps {
  place: FieldPlace
  open: readonly SocSectionId[]
}

/** Leads to a field: opens its panel and puts the focus there. */
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
    // The address does not change when the same link is followed again.
    onClick={() => focusPlace(path)}
  >
    {section.title === label ? label : `${section.title}: ${label}`}
  </Link>
)
