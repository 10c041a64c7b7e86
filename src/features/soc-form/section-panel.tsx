import { Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { type SectionProgress, sectionBadge } from '../../domain/soc/completeness.ts'
import { usePrinting } from '../../ui/hooks/use-printing.ts'
import { ChevronDown, ChevronRight } from '../../ui/icons.tsx'
import { Tag } from '../../ui/tag.tsx'
import { shownHelp } from './help.ts'
import { SectionHint } from './hint.tsx'
import classes from './soc-form-panels.module.css'

interface SectionPanelProps {
  progress: SectionProgress
  isOpen: boolean
  onToggle: () => void
  children: ReactNode
}

/** One section behind a button that opens it and shows its progress. A closed panel is empty. */
export const SectionPanel = ({ progress, isOpen, onToggle, children }: SectionPanelProps) => {
  const { id, title, hint } = progress.section
  const isPrinting = usePrinting()
  return (
    <div className={classes.panel}>
      <Text component="h2" fz={14} fw={600}>
        <UnstyledButton
          id={id}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-panel` : undefined}
          onClick={onToggle}
          onFocus={() => shownHelp().setState({ about: title, text: hint })}
        >
          {isOpen ? <ChevronDown /> : <ChevronRight />}
          <span id={`${id}-title`}>{title}</span>
          <span>
            {progress.isForecast && (
              <Text span fz={12} fs="italic" me={8} c="var(--cs-text-quiet)">
                forecast
              </Text>
            )}
            <Tag tone={progress.isComplete ? 'positive' : 'warning'}>{sectionBadge(progress)}</Tag>
          </span>
        </UnstyledButton>
        {isPrinting && title}
      </Text>
      {isOpen && (
        <section id={`${id}-panel`} aria-labelledby={`${id}-title`} className={classes.content}>
          <SectionHint text={hint} titleId={`${id}-title`} />
          {children}
        </section>
      )}
    </div>
  )
}
