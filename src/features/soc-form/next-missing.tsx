import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import type { FieldRef } from '../../domain/soc/sections.ts'
import { focusAnchor } from './use-focus-on-hash.ts'

interface NextMissingProps {
  missing: readonly FieldRef[]
  open: readonly SocSectionId[]
}

/** The first missing field after the one with the focus; after the last, the first. */
const nextOf = (missing: readonly FieldRef[]): FieldRef | undefined => {
  const here = missing.findIndex(({ path }) =>
    document.getElementById(path)?.contains(document.activeElement),
  )
  return missing[(here + 1) % missing.length]
}

/** A button that steps through the missing fields. */
export const NextMissing = ({ missing, open }: NextMissingProps) => {
  const navigate = useNavigate()
  const go = (): void => {
    const next = nextOf(missing)
    if (next === undefined) return
    const { section, path } = next
    void navigate({
      to: '.',
      search: (previous) => ({
        ...previous,
        open: open.includes(section.id) ? [...open] : [...open, section.id],
      }),
      hash: path,
      hashScrollIntoView: false,
      replace: true,
      resetScroll: false,
    })
    // If the panel is open already, the address may not change.
    focusAnchor(path)
  }
  // Editors use F8 for "next problem", and browsers do not use it during typing.
  useHotkeys([['F8', go]], [])
  return (
    <Button size="compact-sm" variant="default" aria-keyshortcuts="F8" onClick={go}>
      Next missing field
    </Button>
  )
}
