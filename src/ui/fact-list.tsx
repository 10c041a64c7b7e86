import type { ReactNode } from 'react'
import { visibleText } from '../lib/text.ts'
import classes from './fact-list.module.css'

/** A name and its value; null where there is none. */
export type Fact = readonly [label: string, value: ReactNode]

/** The facts that there is something to say about. */
export const stated = (facts: readonly Fact[]): Fact[] =>
  facts.filter(([, value]) =>
    typeof value === 'string'
      ? visibleText(value)
      : value !== null && value !== undefined && value !== false,
  )

/** Facts side by side, to be read. What was not stated says so. */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd dir="auto">{value || <span className={classes.none}>Not stated</span>}</dd>
      </div>
    ))}
  </dl>
)
