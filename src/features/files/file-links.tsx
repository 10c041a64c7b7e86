import { documents } from '../../api/documents.ts'
import { questionnaires } from '../../api/questionnaires.ts'
import { useKnownCount } from '../../api/use-known-count.ts'
import { DocumentIcon, QuestionIcon } from '../../ui/icons.tsx'

interface FileLinksProps {
  vendorId: number
  reviewId: number
}

/** Links to the files of a review, with their counts. */
export const FileLinks = ({ vendorId, reviewId }: FileLinksProps) => {
  // The lists themselves ask for their files, and again where that failed.
  const ofReview = useKnownCount(questionnaires.list(vendorId, reviewId))
  const ofVendor = useKnownCount(documents.list(vendorId))
  const places = [
    { id: 'questionnaires', title: 'Questionnaires', Icon: QuestionIcon, count: ofReview },
    { id: 'documents', title: 'Documents', Icon: DocumentIcon, count: ofVendor },
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
