import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import classes from './growing-text.module.css'

interface GrowingTextProps extends UseFormRegisterReturn {
  label: string
  /** The label is shown by what stands around; here it only names the text. */
  isLabelHidden?: boolean
  /** The most characters that the service takes; they are counted when it gets near, never cut. */
  limit: number
  error?: string | undefined
  /**
   * Enter adds no line, but sends the form, as in an input. A line break that the service sent stays,
   * as it would not in one.
   */
  isSingleLine?: boolean
  placeholder?: string | undefined
}

/** The part of its limit from which a text is counted. */
const NEAR = 0.9

/**
 * A text that is as high as what it holds. The browser keeps the value and its height, so that a
 * keystroke renders nothing, but for the counter near the limit.
 */
export const GrowingText = (props: GrowingTextProps) => {
  const { label, isLabelHidden = false, limit, error, isSingleLine, placeholder, ...field } = props
  const { ref, onChange, ...registered } = field
  const id = useId()
  const text = useRef<HTMLTextAreaElement>(null)
  const [length, setLength] = useState<number>()

  const count = (): void => {
    const now = text.current?.value.length ?? 0
    setLength(now >= NEAR * limit ? now : undefined)
  }
  // The form writes into the text without a word to React: look after every render.
  useLayoutEffect(count)

  const notes = [error !== undefined && `${id}-error`, length !== undefined && `${id}-count`]
  const described = notes.filter(Boolean).join(' ')

  return (
    <>
      {!isLabelHidden && (
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
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
        onKeyDown={(event) => {
          if (!isSingleLine || event.key !== 'Enter') return
          event.preventDefault()
          // Enter that ends the entry of a composed character is not meant for the form.
          if (!event.nativeEvent.isComposing) event.currentTarget.form?.requestSubmit()
        }}
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
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
      {length !== undefined && (
        <p id={`${id}-count`} className={classes.count} data-over={length > limit}>
          {length.toLocaleString('en')} of {limit.toLocaleString('en')} characters
        </p>
      )}
    </>
  )
}
