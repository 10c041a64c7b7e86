import { Link } from '@tanstack/react-router'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import { type SocProgress, sectionBadge } from '../../domain/soc/completeness.ts'
import { AlertIcon, CheckIcon } from '../../ui/icons.tsx'
import { focusAnchor } from './use-focus-on-hash.ts'

interface SectionListProps {
  progress: SocProgress
  open: readonly SocSectionId[]
}

/** Links to the sections, each with its state. */
export const SectionList = ({ progress, open }: SectionListProps) => (
  <nav aria-label="Sections">
    <ul>
      {progress.sections.map((part) => {
        const { id, title } = part.section
        return (
          <li key={id}>
            <Link
              to="."
              search={(previous) => ({
                ...previous,
                open: open.includes(id) ? [...open] : [...open, id],
              })}
              hash={id}
              hashScrollIntoView={false}
              replace
              title={`${title}: ${sectionBadge(part)}`}
              onClick={() => focusAnchor(id)}
              data-complete={part.isComplete}
            >
              {part.isComplete ? <CheckIcon /> : <AlertIcon />}
              <span>{title}</span>
              <span className="visually-hidden">{sectionBadge(part)}</span>
              {!part.isComplete && <span aria-hidden="true">{part.missing.length || ''}</span>}
            </Link>
          </li>
        )
      })}
    </ul>
  </nav>
)
