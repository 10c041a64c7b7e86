import '../form-styles.ts'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/CloseButton.css'
import { type ComboboxItem, Select } from '@mantine/core'
import type { KeyboardEvent, Ref } from 'react'
import { isComposing } from '../../lib/keys.ts'

/** A person who can be chosen. */
interface PersonItem extends ComboboxItem {
  /** The name alone, which the label may tell apart from others. */
  name: string
  /** What tells the person from others of the name, such as the mail address. */
  detail: string
}

interface PersonSelectProps {
  label: string
  /** The control's id, for a label rendered elsewhere. Without it, the label is rendered here. */
  id?: string
  hint?: string
  error?: string | undefined
  options: readonly PersonItem[]
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

/** The label and the notes look as those of the fields beside it. */
const STYLES = {
  label: { marginBottom: 4, fontWeight: 400 },
  description: { marginTop: 4, fontSize: 13 },
  error: { marginTop: 4, fontSize: 13 },
}

/** The most people listed at once; typing finds the others. */
const LISTED = 100

/** The people whose name or detail holds what was typed. */
const found = ({ options, search, limit }: { options: unknown; search: string; limit: number }) => {
  const text = search.trim().toLowerCase()
  return (options as PersonItem[])
    .filter(({ name, label, detail }) =>
      [name, label, detail].some((part) => part.toLowerCase().includes(text)),
    )
    .slice(0, limit)
}

const Option = ({ name, detail }: PersonItem) => (
  // The address goes to the next line where both do not fit.
  <span style={{ overflowWrap: 'anywhere' }}>
    <bdi>{name}</bdi>
    {detail !== name && (
      <>
        {' '}
        <small className="quiet">
          <bdi>{detail}</bdi>
        </small>
      </>
    )}
  </span>
)

/** Chooses one person of many, found by typing part of the name or of the mail address. */
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
      styles={STYLES}
      data={options}
      filter={found}
      renderOption={({ option }) => <Option {...(option as PersonItem)} />}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      placeholder={isLoading ? 'Loading users…' : 'Search users'}
      nothingFoundMessage="No user has this name or address."
      limit={LISTED}
      maw={maxWidth}
    />
  )
}
