import '../form-styles.ts'
import '@mantine/core/styles/ActionIcon.css'
import { ActionIcon, Box, Input } from '@mantine/core'
import { type KeyboardEvent, type Ref, Suspense, useId, useRef, useState } from 'react'
import { readerOfDays } from '../../lib/day-text.ts'
import { onKeys } from '../../lib/keys.ts'
import { useDialogInput } from '../dialog-input.ts'
import { CalendarIcon } from '../icons.tsx'
import { lazyPart } from '../lazy-part.tsx'
import popupClasses from '../popup.module.css'
import classes from './day-input.module.css'
import type { ControlIds } from './labelled-field.tsx'
import type { DayText } from './use-day-text.ts'

const DayCalendar = lazyPart(() => import('./day-calendar.tsx'))

interface DayInputProps extends ControlIds {
  field: DayText
  name?: string
  /** The id of the field's label. */
  labelId?: string | undefined
  /** Called when Enter is pressed in the text. */
  onEnter?: () => void
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
}

/**
 * The control for a calendar day: a text that can be typed or pasted in many ways, and a calendar,
 * which loads when it is first opened. The calendar is Mantine's. Its text field is not used, since
 * it replaces a text that is no date.
 */
export const DayInput = ({ field, labelId, onEnter, onBlur, name, ref, ...ids }: DayInputProps) => {
  const popupId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  // A dialog of Mantine's closes on Escape unless the key's target says that it is meant.
  const owner = { 'data-mantine-stop-propagation': isOpen || undefined }

  const noteInput = useDialogInput()

  const onKeyDown = (event: KeyboardEvent): void =>
    onKeys({
      Enter: () => {
        onEnter?.()
        // The browser submits the form around the field.
        return false
      },
      // A click, unlike showPopover(), places the popup beside the button in every browser.
      'Alt+ArrowDown': () => button.current?.click(),
    })(event)
  const choose = (day: string): void => {
    noteInput()
    field.onPick(day)
    popup.current?.hidePopover()
  }
  return (
    <>
      <Input
        {...owner}
        ref={ref}
        name={name}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={readerOfDays().pattern}
        // Mantine would drop the description.
        withAria={false}
        attributes={{ input: ids }}
        error={ids['aria-invalid']}
        w={176}
        rightSectionWidth={32}
        value={field.text}
        onChange={({ currentTarget }) => field.onText(currentTarget.value)}
        onFocus={field.onFocus}
        onBlur={() => {
          field.onBlur()
          onBlur?.()
        }}
        onKeyDown={onKeyDown}
        rightSectionPointerEvents="all"
        rightSection={
          <ActionIcon
            ref={button}
            size={28}
            variant="subtle"
            color="gray"
            // Without the field's name: a search for that name must not find two controls.
            aria-label="Choose a day"
            aria-describedby={labelId}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            popoverTarget={popupId}
            {...owner}
          >
            <CalendarIcon />
          </ActionIcon>
        }
      />
      <div
        ref={popup}
        id={popupId}
        popover="auto"
        role="dialog"
        aria-label="Choose a day"
        className={`${popupClasses.popup} ${classes.popup}`}
        onBeforeToggle={({ newState }) => newState === 'open' && setIsOpen(true)}
        // Not before: the browser looks where the focus is, to return it.
        onToggle={({ newState }) => newState === 'closed' && setIsOpen(false)}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.hidePopover()
        }}
      >
        {isOpen && (
          // As large as a month of six weeks.
          <Suspense fallback={<Box w={252} h={282} />}>
            <DayCalendar day={field.day} onChoose={choose} />
          </Suspense>
        )}
      </div>
    </>
  )
}
