import { icon } from '../../../ui/icons.tsx'

/** The icons of the reader's bar. They load with the reader. */

export const BackIcon = icon(<path d="M7 4 3 8l4 4M3 8h10" />)
export const ForwardIcon = icon(<path d="M9 4l4 4-4 4M13 8H3" />)
export const PreviousIcon = icon(<path d="M4 9.5 8 5.5l4 4" />)
export const NextIcon = icon(<path d="M4 6.5l4 4 4-4" />)
export const SmallerIcon = icon(<path d="M3.5 8h9" />)
export const FitIcon = icon(<path d="M2.5 3v10M13.5 3v10M5 8h6M7 6 5 8l2 2M9 6l2 2-2 2" />)
export const RotateIcon = icon(<path d="M12.5 8A4.5 4.5 0 1 1 11 4.7l1.5 1.3M12.5 3v3h-3" />)
export const SearchIcon = icon(
  <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3 3" />,
)
export const OutlineIcon = icon(<path d="M3 4h10M5.5 8H13M5.5 12H13" />)
export const PagesIcon = icon(<path d="M3 2.5h4v5H3ZM9 2.5h4v5H9ZM3 9.5h4v4H3ZM9 9.5h4v4H9Z" />)
