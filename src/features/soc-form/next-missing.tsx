import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import { SOC_FIELDS } from '../../domain/soc/form-fields.ts'
import type { FieldRef } from '../../domain/soc/sections.ts'
import { usePageKey } from '../../ui/hooks/use-page-key.ts'
import { focusAnchor } from './use-focus-on-hash.ts'

interface NextMissingProps {
  missing: readonly FieldRef[]
  open: readonly SocSectionId[]
}

/** The field with the focus; a click on a button takes the focus from it. */
const focusedField = (): string | undefined =>
  SOC_FIELDS.find(({ path }) => document.getElementById(path)?.contains(document.activeElement))
    ?.path

/** The first missing field behind another one; behind the last, the first. */
const nextOf = (missing: readonly FieldRef[], path: string | undefined): FieldRef | undefined => {
  const orderOf = (of: string | undefined) => SOC_FIELDS.findIndex((field) => field.path === of)
  const here = orderOf(path)
  return missing.find((field) => orderOf(field.path) > here) ?? missing[0]
}

/** A button that steps through the missing fields. */
export const NextMissing = ({ missing, open }: NextMissingProps) => {
  const navigate = useNavigate()
  const visited = useRef<string>(undefined)
  const go = (): void => {
    const next = nextOf(missing, focusedField() ?? visited.current)
    if (next === undefined) return
    const { section, path } = next
    visited.current = path
    void navigate({
      to: '.',
      search: (previous) => ({
        ...previous,
        open: open.includes(section.id) ? [...open] : [...open, section.id],
      }),
      hash: path,
      hashScrollIntoView: false,
      replace: true,
    })
    // If the panel is open already, the address may not change.
    focusAnchor(path)
  }
  // Editors use F8 for "next problem", and browsers do not use it during typing.
  usePageKey('F8', go)
  return (
    <Button size="compact-sm" variant="default" aria-keyshortcuts="F8" onClick={go}>
      Next missing field
    </Button>
  )
}
