import type { ReactNode } from 'react'
import { safeHref } from '../lib/links.ts'
import { ExternalIcon } from './icons.tsx'

/** A link that came from the service. An unsafe link is shown as plain text. */
export const ExternalLink = ({ href, children }: { href: string; children: ReactNode }) => {
  const safe = safeHref(href)
  return safe === null ? (
    <span>{children}</span>
  ) : (
    <a href={safe} target="_blank" rel="noopener noreferrer">
      {children}
      {/* Stands on the line of the words, and is not underlined. */}
      <span style={{ display: 'inline-block', lineHeight: 0, verticalAlign: '-3px' }}>
        <ExternalIcon />
      </span>
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
