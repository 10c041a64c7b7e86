import type { Tone } from './notice.tsx'
import classes from './tag.module.css'

/** A colored word for a state, cheap enough for every row of a long table. */
export const Tag = ({ tone = 'neutral', children }: { tone?: Tone; children: string }) => (
  <span
    className={`${classes.tag} cut`}
    style={{ color: `var(--cs-${tone})`, background: `var(--cs-${tone}-surface)` }}
    dir="auto"
  >
    {children}
  </span>
)
