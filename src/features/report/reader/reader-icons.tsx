import type { ReactNode } from 'react'

/** Icons of the reader's bar, drawn as those in ui/icons.tsx. They load with the reader. */
const icon = (shape: ReactNode) => (
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

export const backIcon = icon(<path d="M7 4 3 8l4 4M3 8h10" />)
export const forwardIcon = icon(<path d="M9 4l4 4-4 4M13 8H3" />)
export const previousIcon = icon(<path d="M4 9.5 8 5.5l4 4" />)
export const nextIcon = icon(<path d="M4 6.5l4 4 4-4" />)
export const smallerIcon = icon(<path d="M3.5 8h9" />)
export const largerIcon = icon(<path d="M8 3.5v9M3.5 8h9" />)
export const fitIcon = icon(<path d="M2.5 3v10M13.5 3v10M5 8h6M7 6 5 8l2 2M9 6l2 2-2 2" />)
export const rotateIcon = icon(<path d="M12.5 8A4.5 4.5 0 1 1 11 4.7l1.5 1.3M12.5 3v3h-3" />)
export const searchIcon = icon(
  <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3 3" />,
)
export const outlineIcon = icon(<path d="M3 4h10M5.5 8H13M5.5 12H13" />)
export const pagesIcon = icon(<path d="M3 2.5h4v5H3ZM9 2.5h4v5H9ZM3 9.5h4v4H3ZM9 9.5h4v4H9Z" />)
