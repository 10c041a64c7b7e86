import { Button, Group } from '@mantine/core'
import { deadlineChoices } from '../../../../domain/new-review.ts'
import { formatDay } from '../../../../lib/dates.ts'

interface DeadlineChoicesProps {
  today: string
  onChoose: (day: string) => void
}

/** Shortcuts for the most common deadlines. */
export const DeadlineChoices = ({ today, onChoose }: DeadlineChoicesProps) => (
  <Group role="group" aria-label="Deadlines to choose from" gap={8} mt={8}>
    {deadlineChoices(today).map(({ label, day }) => (
      <Button
        key={label}
        size="compact-sm"
        variant="default"
        title={formatDay(day)}
        onClick={() => onChoose(day)}
      >
        {label}
      </Button>
    ))}
  </Group>
)
