import { useEffect, useRef, useState } from 'react'
import classes from './filters.module.css'

interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
}

const PAUSE_MS = 150

/**
 * Narrows a list by text while it is typed. What is typed shows at once and is handed on after a
 * short pause, since the address, where it is kept, may not be rewritten at every keystroke.
 */
export const SearchBox = ({ label, value, onChange }: SearchBoxProps) => {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const [sent, setSent] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  // The value changed from outside ("Clear", a link, the back button), not by what was typed here.
  if (value !== known) {
    setKnown(value)
    if (value !== sent) {
      setSent(value)
      setText(value)
    }
  }

  const type = (typed: string): void => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSent(typed)
      onChange(typed)
    }, PAUSE_MS)
  }

  return (
    <input
      type="search"
      className={classes.search}
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      onChange={({ target }) => type(target.value)}
    />
  )
}
