import { Button, Flex } from '@mantine/core'
import { useState } from 'react'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import type { FieldRef } from '../../domain/soc/sections.ts'
import { usePrinting } from '../../ui/hooks/use-printing.ts'
import { ChevronDown, ChevronRight } from '../../ui/icons.tsx'
import { FieldLink } from './field-link.tsx'
import { NextMissing } from './next-missing.tsx'

interface MissingFieldsProps {
  missing: readonly FieldRef[]
  /** The open panels, from the address. */
  open: readonly SocSectionId[]
}

/** More links than these would repeat what the list of sections says, on several lines. */
const SHOWN = 3

/** Links to the first missing fields, to all of them on demand, and the way from one to the next. */
export const MissingFields = ({ missing, open }: MissingFieldsProps) => {
  const [isWhole, setIsWhole] = useState(false)
  const isPrinting = usePrinting()
  const further = missing.length - SHOWN
  return (
    <Flex component="nav" aria-label="Missing fields" wrap="wrap" align="center" gap="4px 16px">
      {/* A phone has no room for the links; the button there goes from one field to the next. */}
      <Flex component="ul" wrap="wrap" gap="4px 16px" visibleFrom="sm">
        <li aria-hidden="true">Missing:</li>
        {missing.slice(0, isWhole || isPrinting ? missing.length : SHOWN).map((field) => (
          <li key={`${field.path} ${field.label}`}>
            <FieldLink field={field} open={open} />
          </li>
        ))}
      </Flex>
      {further > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          mx={-8}
          visibleFrom="sm"
          aria-expanded={isWhole}
          rightSection={isWhole ? <ChevronDown /> : <ChevronRight />}
          onClick={() => setIsWhole(!isWhole)}
        >
          {further} more
        </Button>
      )}
      <NextMissing missing={missing} open={open} />
    </Flex>
  )
}
