import { Box, Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useFormState } from 'react-hook-form'
import { LIMITS } from '../../domain/contract/enums.ts'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { onKeys } from '../../lib/keys.ts'
import { textFieldAt } from '../../lib/text-field.ts'
import { GrowingText } from '../../ui/fields/growing-text.tsx'
import { PencilIcon } from '../../ui/icons.tsx'

/** Edits the title in place. It is saved with everything else. */
export const TitleEditor = () => {
  const { form, isReadOnly } = useReviewEditing()
  const { base, values } = useEditSnapshot()
  const { errors } = useFormState({ control: form.control, name: 'title' })
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)

  // Opening moves the focus to the text; closing moves it back to the button.
  useEffect(() => {
    if (isOpen) form.setFocus('title')
    else if (wasOpen.current) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen, form])

  const close = ({ target }: Event): false | void => {
    // The keys of “Done” press it.
    if (!textFieldAt(target)) return false
    setIsOpen(false)
  }
  const onKeyDown = onKeys({
    Enter: close,
    Escape: (event) => {
      if (textFieldAt(event.target)) form.setValue('title', base.title)
      return close(event)
    },
  })

  if (isReadOnly) return null
  return isOpen || errors.title ? (
    <Group
      onKeyDown={onKeyDown}
      gap={8}
      p={12}
      pos="absolute"
      top="100%"
      w="calc(min(640px, 100vw - 2 * var(--cs-gutter)))"
      bg="var(--cs-surface-raised)"
      bd="1px solid var(--cs-line-strong)"
      bdrs={4}
      style={{ zIndex: 6 }}
    >
      <Box flex={1}>
        <GrowingText
          label="Title"
          isLabelHidden
          isSingleLine
          limit={LIMITS.title}
          error={errors.title?.message}
          {...form.register('title')}
        />
      </Box>
      <Button size="compact-sm" variant="subtle" onClick={() => setIsOpen(false)}>
        Done
      </Button>
    </Group>
  ) : (
    <>
      <Button
        ref={button}
        size="compact-sm"
        variant="subtle"
        flex="none"
        aria-label="Edit title"
        title="Edit title"
        onClick={() => setIsOpen(true)}
      >
        <PencilIcon />
      </Button>
      {values.title !== base.title && (
        // The title itself is cut last.
        <Text truncate flex="0 99 auto" fz={13} c="var(--cs-warning)">
          will be saved as “<bdi>{values.title}</bdi>”
        </Text>
      )}
    </>
  )
}
