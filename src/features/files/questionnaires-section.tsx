import { useInfiniteQuery } from '@tanstack/react-query'
import { useMay } from '../../api/config.ts'
import { countOf } from '../../api/cursor-list.ts'
import { questionnaires } from '../../api/questionnaires.ts'
import { DropZone } from './drop-zone.tsx'
import { FileList } from './file-list.tsx'
import { FilesSection } from './files-section.tsx'
import { QuestionnaireRow } from './questionnaire-row.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { SectionHead } from './section-head.tsx'
import { useFileCheck } from './use-file-check.tsx'

interface QuestionnairesSectionProps {
  vendorId: number
  /** null for all of the vendor's questionnaires. */
  reviewId: number | null
}

/** The questionnaires of a review or a vendor, with the drop zone for new ones. */
export const QuestionnairesSection = ({ vendorId, reviewId }: QuestionnairesSectionProps) => {
  const list = questionnaires.list(vendorId, reviewId)
  const query = useInfiniteQuery(list)
  const mayEdit = useMay('edit')
  const fileCheck = useFileCheck()
  return (
    <FilesSection labelledBy="questionnaires" isOfVendor={reviewId === null}>
      <SectionHead id="questionnaires" title="Questionnaires" count={countOf(query.data)}>
        Reminders are sent in Drata
      </SectionHead>
      {mayEdit && (
        <DropZone
          label="Upload questionnaires"
          kind="questionnaire"
          isChecking={fileCheck.isChecking}
          onFiles={(files) =>
            void fileCheck.add({ kind: 'questionnaires', vendorId, reviewId }, files)
          }
        />
      )}
      <RefusedFiles
        refused={fileCheck.refused}
        remarks={fileCheck.remarks}
        onInsist={fileCheck.insist}
        onDismiss={fileCheck.dismiss}
      />
      <FileList
        label="Questionnaires"
        list={list}
        query={query}
        renderRow={(questionnaire) => <QuestionnaireRow questionnaire={questionnaire} />}
        empty={
          reviewId === null
            ? 'No questionnaires yet. Upload what the vendor sent.'
            : 'No questionnaires in this review yet. Upload what the vendor sent.'
        }
      />
    </FilesSection>
  )
}
