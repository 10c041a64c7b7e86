import type { ReactNode } from 'react'

/**
 * Makes an icon, drawn for this app on a 16-pixel grid. Each stands beside a word or inside a labelled
 * button.
 */
export const icon = (shape: ReactNode) => () => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {shape}
  </svg>
)

export const ChevronDown = icon(<path d="M4 6.5 8 10.5 12 6.5" />)
export const ChevronRight = icon(<path d="M6.5 4 10.5 8 6.5 12" />)
export const CheckIcon = icon(<path d="M3.5 8.5 6.5 11.5 12.5 4.5" />)
export const AlertIcon = icon(
  <>
    <path d="M8 2.5 14 13H2Z" />
    <path d="M8 6.5v3M8 11.3v.1" />
  </>,
)
export const ExternalIcon = icon(<path d="M9.5 3H13v3.5M13 3 7.5 8.5M7 4H3.5v8.5H12V9" />)
export const PlusIcon = icon(<path d="M8 3.5v9M3.5 8h9" />)
export const RemoveIcon = icon(<path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />)
export const QuestionIcon = icon(
  <path d="M5.5 6a2.5 2.5 0 1 1 3.7 2.2C8.4 8.6 8 9 8 10M8 12.6v.1" />,
)
/** Two columns of dots: a drag handle. */
export const GripIcon = icon(
  <path d="M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01" strokeWidth="2" />,
)
export const CalendarIcon = icon(<path d="M3 4.5h10v9H3ZM3 7.5h10M5.5 2.5v3M10.5 2.5v3" />)
export const PencilIcon = icon(<path d="M3.5 12.5 4 10l6.5-6.5 2 2L6 12ZM9 5l2 2" />)
export const HistoryIcon = icon(<path d="M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 3v2.8h2.8M8 5.5V8l2 1.2" />)
/** Written pages. */
export const DocumentIcon = icon(<path d="M4 2.5h5l3 3v8H4ZM9 2.5v3h3M6 8.5h4M6 11h4" />)
export const PersonIcon = icon(
  <>
    <circle cx="8" cy="5.5" r="2.5" />
    <path d="M3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4" />
  </>,
)

/** Two strokes that meet: the second signature beside the first. */
export const Logo = () => (
  <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
    <rect width="22" height="22" rx="5" fill="#3b5bdb" />
    <path
      d="M5 12l3 3 5-8M10.5 13.5 12 15l5-8"
      fill="none"
      stroke="#fff"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
