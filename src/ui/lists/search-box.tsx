import { useEffect, useRef, useState } from 'react'

interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
}

const PAUSE_MS = 150

/**
 * Filters a list while the user types. The text shows immediately. It is reported after a short
 * pause, since the address that holds it must not change at every keystroke.
 */
export const SearchBox = ({ label, value, onChange }: SearchBoxProps) => {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const [sent, setSent] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  // The value was changed elsewhere ("Clear", a link, the back button), not by typing here.
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
      style={{ width: 'min(320px, 100%)', fontSize: 13 }}
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={200}
      onChange={({ target }) => type(target.value)}
    />
  )
}
