import { Group } from '@mantine/core'
import type { Questionnaire } from '../../domain/contract/questionnaire.ts'
import { questionnaireState } from '../../domain/questionnaire-state.ts'
import { formatInstantDay } from '../../lib/dates.ts'
import { visibleText } from '../../lib/text.ts'
import { Tag } from '../../ui/tag.tsx'
import classes from './files.module.css'

/** The facts about a questionnaire besides its title and its state. */
const factsOf = (questionnaire: Questionnaire): [name: string, value: string][] => {
  const { totalQuestions: total, totalQuestionsAnswered: answered, isManualUpload } = questionnaire
  // A draft was prepared by an agent and has not been sent (contract, point 24).
  const began = isManualUpload ? 'Uploaded' : questionnaire.status === 'DRAFT' ? 'Prepared' : 'Sent'
  const { completedAt } = questionnaire
  const facts: [string, string | null | undefined][] = [
    ['Recipient', isManualUpload ? null : questionnaire.recipientEmail],
    ['Completed by', questionnaire.completedBy],
    ['Answered', total === null || total === undefined ? null : `${answered ?? 0} of ${total}`],
    [began, formatInstantDay(questionnaire.dateSent)],
    // An uploaded file is complete from the start, so its completion date says nothing.
    ['Completed', !isManualUpload && completedAt ? formatInstantDay(completedAt) : null],
    ['Last reminder', questionnaire.reminderDate && formatInstantDay(questionnaire.reminderDate)],
  ]
  return facts.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
}

/** One questionnaire of a list. */
export const QuestionnaireRow = ({ questionnaire }: { questionnaire: Questionnaire }) => {
  const { label, tone } = questionnaireState(questionnaire)
  const title = visibleText(questionnaire.title) ?? `Untitled questionnaire #${questionnaire.id}`
  return (
    <div className={classes.row}>
      <strong className="cut" title={title}>
        <bdi>{title}</bdi>
      </strong>
      <Tag tone={tone}>{label}</Tag>
      <Group component="dl" gap="0 16px" className={classes.facts}>
        {factsOf(questionnaire).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </Group>
    </div>
  )
}
