import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { visibleText } from '../lib/text.ts'
import classes from './fact-list.module.css'

/** A label and its value; null if there is none. */
export type Fact = readonly [label: string, value: ReactNode]

/** The facts that have a value. */
export const stated = (facts: readonly Fact[]): Fact[] =>
  facts.filter(([, value]) =>
    typeof value === 'string'
      ? visibleText(value)
      : value !== null && value !== undefined && value !== false,
  )

/** Read-only facts side by side. A missing value reads "Not stated". */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts.map(([label, value]) => (
      <div key={label}>
        <Text component="dt" fz={12} c="dimmed">
          {label}
        </Text>
        <dd dir="auto">{value || <span className="quiet">Not stated</span>}</dd>
      </div>
    ))}
  </dl>
)
