import { Box, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { QuestionIcon } from '../../ui/icons.tsx'
import classes from './fields.module.css'

/** A hint, on demand, where to find the answer in a report and what to beware of. */
export const Hint = ({ text, labelId }: { text: string; labelId: string }) => {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={classes.hintButton}
        // Without the field's name: a search for that name must not find two fields.
        aria-label="Where to find it"
        aria-describedby={labelId}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <QuestionIcon />
      </button>
      {isOpen && (
        <FieldNote kind="hint" id={id} flex="1 0 100%" style={{ order: 3 }}>
          {text}
        </FieldNote>
      )}
    </>
  )
}

interface SectionHintProps {
  text: string
  titleId: string
}

/** The hint for a whole section. */
export const SectionHint = ({ text, titleId }: SectionHintProps) => (
  <Text
    component="details"
    fz={13}
    maw="72ch"
    mb={12}
    c="dimmed"
    className={`${classes.sectionHint} screen-only`}
  >
    <Box component="summary" w="fit-content" py={3} aria-describedby={titleId}>
      Where this stands in a report
    </Box>
    <p>{text}</p>
  </Text>
)
