import type { Questionnaire } from '../../domain/contract/questionnaire.ts'
import { questionnaireState } from '../../domain/questionnaire-state.ts'
import { formatInstantDay } from '../../lib/dates.ts'
import { visibleText } from '../../lib/text.ts'
import { Tag } from '../../ui/tag.tsx'
import classes from './files.module.css'

/** What there is to say about a questionnaire beside its title and its state. */
const factsOf = (questionnaire: Questionnaire): [name: string, value: string][] => {
  const { totalQuestions: total, totalQuestionsAnswered: answered, isManualUpload } = questionnaire
  // An agent prepares a draft, which nobody has sent (contract, point 24).
  const began = isManualUpload ? 'Uploaded' : questionnaire.status === 'DRAFT' ? 'Prepared' : 'Sent'
  const { completedAt } = questionnaire
  const facts: [string, string | null | undefined][] = [
    ['Recipient', isManualUpload ? null : questionnaire.recipientEmail],
    ['Completed by', questionnaire.completedBy],
    ['Answered', total === null || total === undefined ? null : `${answered ?? 0} of ${total}`],
    [began, formatInstantDay(questionnaire.dateSent)],
    // A file that was uploaded is complete as it comes.
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
      <p className={classes.name} title={title}>
        <bdi>{title}</bdi>
      </p>
      <Tag tone={tone}>{label}</Tag>
      <dl className={classes.facts}>
        {factsOf(questionnaire).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
