import '../form-styles.ts'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/CloseButton.css'
import { Select } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import { isComposing } from '../../lib/keys.ts'
import classes from './person-select.module.css'

interface PersonSelectProps {
  label: string
  /** The control's id, for a label rendered elsewhere. Without it, the label is rendered here. */
  id?: string
  hint?: string
  error?: string | undefined
  options: readonly { value: string; label: string }[]
  value: string | null
  onChange: (value: string | null) => void
  isLoading: boolean
  maxWidth?: number
  ref?: Ref<HTMLInputElement>
}

/** Mantine's list listens to keys itself, and takes some that belong to an input method. */
const keepComposition = (event: KeyboardEvent): void => {
  if (isComposing(event.nativeEvent)) event.stopPropagation()
}

/** The most people listed at once; typing finds the others. */
const LISTED = 100

/** Chooses one person of many, found by typing part of the name. */
export const PersonSelect = (props: PersonSelectProps) => {
  const { label, id, hint, error, options, value, onChange, isLoading, maxWidth, ref } = props
  return (
    <Select
      ref={ref}
      id={id}
      wrapperProps={{ onKeyDownCapture: keepComposition }}
      label={id === undefined ? label : undefined}
      description={hint}
      error={error}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={classes}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      placeholder={isLoading ? 'Loading users…' : 'Search users'}
      nothingFoundMessage="No user has this name."
      limit={LISTED}
      maw={maxWidth}
    />
  )
}
