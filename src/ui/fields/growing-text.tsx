import { Text } from '@mantine/core'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { onKeys } from '../../lib/keys.ts'
import { CharacterCount, FieldNote } from './field-note.tsx'
import classes from './growing-text.module.css'

interface GrowingTextProps extends UseFormRegisterReturn {
  label: string
  /** Hides the label, which then serves only as the accessible name. */
  isLabelHidden?: boolean
  /** The service's limit in characters. A counter shows near it; the text is never cut. */
  limit: number
  error?: string | undefined
  /**
   * Enter submits the form instead of adding a line, as in an input. Unlike an input, a line break
   * that the service sent is kept.
   */
  isSingleLine?: boolean
  placeholder?: string | undefined
  /** The id of a text that helps with the answer. */
  describedBy?: string
}

const submit = ({ target }: Event): void => {
  if (target instanceof HTMLTextAreaElement) target.form?.requestSubmit()
}
const submitOnEnter = onKeys({
  Enter: submit,
  'Alt+Enter': submit,
  'Shift+Enter': submit,
  'Mod+Enter': submit,
})

/** The counter shows from this share of the limit. */
const NEAR = 0.9

/**
 * A text area as high as its content. The browser holds the value and the height, so a keystroke
 * renders nothing except the counter near the limit.
 */
export const GrowingText = (props: GrowingTextProps) => {
  const { label, isLabelHidden = false, limit, error, isSingleLine, placeholder, ...rest } = props
  const { describedBy, ...field } = rest
  const { ref, onChange, ...registered } = field
  const id = useId()
  const text = useRef<HTMLTextAreaElement>(null)
  const [length, setLength] = useState<number>()

  const count = (): void => {
    const now = text.current?.value.length ?? 0
    setLength(now >= NEAR * limit ? now : undefined)
  }
  // The form sets the value without a React update, so count after every render.
  useLayoutEffect(count)

  const notes = [
    error !== undefined && `${id}-error`,
    length !== undefined && `${id}-count`,
    describedBy,
  ]
  const described = notes.filter(Boolean).join(' ')

  return (
    <>
      {!isLabelHidden && (
        <Text component="label" htmlFor={id} display="block" inherit mb={4}>
          {label}
        </Text>
      )}
      <textarea
        {...registered}
        id={id}
        ref={(element) => {
          text.current = element
          ref(element)
        }}
        onChange={(event) => {
          void onChange(event)
          count()
        }}
        onKeyDown={isSingleLine ? submitOnEnter : undefined}
        rows={1}
        dir="auto"
        className={classes.text}
        data-single-line={isSingleLine}
        placeholder={placeholder}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
      />
      {error !== undefined && (
        <FieldNote kind="error" id={`${id}-error`} mt={4}>
          {error}
        </FieldNote>
      )}
      {length !== undefined && <CharacterCount id={`${id}-count`} length={length} limit={limit} />}
    </>
  )
}
