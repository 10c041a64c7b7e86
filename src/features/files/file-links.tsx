import { useInfiniteQuery } from '@tanstack/react-query'
import { countOf } from '../../api/cursor-list.ts'
import { documents } from '../../api/documents.ts'
import { questionnaires } from '../../api/questionnaires.ts'
import { DocumentIcon, QuestionIcon } from '../../ui/icons.tsx'

interface FileLinksProps {
  vendorId: number
  reviewId: number
}

/** Links to the files of a review, with their counts. */
export const FileLinks = ({ vendorId, reviewId }: FileLinksProps) => {
  const { data: ofReview } = useInfiniteQuery(questionnaires.list(vendorId, reviewId))
  const { data: ofVendor } = useInfiniteQuery(documents.list(vendorId))
  const places = [
    { id: 'questionnaires', title: 'Questionnaires', Icon: QuestionIcon, count: countOf(ofReview) },
    { id: 'documents', title: 'Documents', Icon: DocumentIcon, count: countOf(ofVendor) },
  ]
  return (
    <nav aria-label="Files">
      <ul>
        {places.map(({ id, title, Icon, count }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              title={title}
              onClick={(event) => {
                // The form uses the hash of the address for its scroll position.
                event.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              <Icon />
              <span>{title}</span>
              <span>{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
