import { Box, Button, Flex, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { SOC_SECTION_IDS, type SocSectionId } from '../../domain/contract/enums.ts'
import { type SocForm as SocFormData } from '../../domain/contract/soc-form.ts'
import type { SectionProgress } from '../../domain/soc/completeness.ts'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { useProgress } from '../../editing/use-progress.ts'
import { NARROW, useMediaQuery } from '../../ui/hooks/use-media-query.ts'
import { usePrinting } from '../../ui/hooks/use-printing.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { ReadingStateSlot } from './evidence/evidence-slot.tsx'
import { HelpPanel } from './help-panel.tsx'
import { MissingFields } from './missing-fields.tsx'
import { preloadReviewerField } from './reviewer-field.tsx'
import { SectionFields } from './section-fields.tsx'
import { SectionList } from './section-list.tsx'
import { SectionPanel } from './section-panel.tsx'
import { SectionValues } from './section-values.tsx'
import classes from './soc-form-panels.module.css'
import { useFocusOnHash } from './use-focus-on-hash.ts'

interface SocFormProps {
  form: SocFormData
  /** The open panels, from the address. */
  open: readonly SocSectionId[]
  /** What was decided, or why nothing can be; it stands beside what is missing. */
  remark?: ReactNode
  /** More navigation, below the sections. */
  further?: ReactNode
  /** Stands beside the form in a wide window, otherwise below it. It is never mounted anew. */
  aside?: ReactNode
}

/** The values of a section as they were typed, for paper. */
const EditedValues = ({ section: { section, missing } }: { section: SectionProgress }) => {
  const { values } = useEditSnapshot()
  return <SectionValues id={section.id} form={values.form} missing={missing} />
}

/** The eight sections of a SOC review: what is missing, their list, and their content. */
export const SocForm = ({ form, open, remark, further, aside }: SocFormProps) => {
  const navigate = useNavigate()
  const { isReadOnly } = useReviewEditing()
  const progress = useProgress()
  const isPrinting = usePrinting()
  const isNarrow = useMediaQuery(NARROW)
  useFocusOnHash()
  useEffect(() => {
    if (!isReadOnly) preloadReviewerField()
  }, [isReadOnly])

  // Two sections may be opened before the address has changed once.
  const setOpen = (next: (open: readonly SocSectionId[]) => readonly SocSectionId[]): void =>
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, open: [...next(previous.open ?? [])] }),
      hash: '',
      replace: true,
    })
  const toggle = (id: SocSectionId): void =>
    setOpen((known) =>
      known.includes(id) ? known.filter((other) => other !== id) : [...known, id],
    )
  const areAllOpen = open.length === SOC_SECTION_IDS.length
  const { missing, readyToFinalize } = progress

  return (
    <div className={classes.frame}>
      <section aria-label="SOC form">
        <Group gap="4px 24px" py={4} mih={isReadOnly ? 0 : 35} className={classes.summary}>
          {remark}
          {!isReadOnly && readyToFinalize && (
            <Group gap={4} c="var(--cs-positive)" fw={600}>
              <CheckIcon /> Ready to finalize
            </Group>
          )}
          {!isReadOnly && !readyToFinalize && missing.length > 0 && (
            <MissingFields missing={missing} open={open} />
          )}
        </Group>
        <ReadingStateSlot />
        <Flex gap="clamp(16px, 2vw, 32px)" align="start">
          {!isNarrow && (
            <div className={`${classes.links} ${classes.sections} screen-only`}>
              <SectionList progress={progress} open={open} />
              {further}
              <HelpPanel />
            </div>
          )}
          <Box flex={1} miw={0} maw={800} pt={8}>
            <Button
              display="block"
              size="compact-sm"
              variant="subtle"
              ms="auto"
              me={-8}
              onClick={() => setOpen(() => (areAllOpen ? [] : SOC_SECTION_IDS))}
            >
              {areAllOpen ? 'Collapse all' : 'Expand all'}
            </Button>
            {progress.sections.map((section) => (
              <SectionPanel
                key={section.section.id}
                progress={section}
                isOpen={isPrinting || open.includes(section.section.id)}
                onToggle={() => toggle(section.section.id)}
              >
                {isReadOnly && (
                  <SectionValues id={section.section.id} form={form} missing={section.missing} />
                )}
                {!isReadOnly && isPrinting && <EditedValues section={section} />}
                {/* Stays mounted on paper, so that printing does not take the focus away. */}
                {!isReadOnly && open.includes(section.section.id) && (
                  <div className="screen-only">
                    <SectionFields id={section.section.id} />
                  </div>
                )}
              </SectionPanel>
            ))}
          </Box>
        </Flex>
      </section>
      <div>{aside}</div>
    </div>
  )
}
