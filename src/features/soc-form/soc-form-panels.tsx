import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { SOC_SECTION_IDS, type SocSectionId } from '../../domain/contract/enums.ts'
import { type SocForm as SocFormData } from '../../domain/contract/soc-form.ts'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { useProgress } from '../../editing/use-progress.ts'
import { usePrinting } from '../../ui/hooks/use-printing.ts'
import { ProgressSummary } from './progress-summary.tsx'
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
  /** More navigation, below the sections. */
  further?: ReactNode
}

/** The eight sections of a SOC review: their progress, what is missing, and their content. */
export const SocForm = ({ form, open, further }: SocFormProps) => {
  const navigate = useNavigate()
  const { isReadOnly } = useReviewEditing()
  const progress = useProgress(form)
  const { values } = useEditSnapshot()
  const isPrinting = usePrinting()
  useFocusOnHash()
  useEffect(() => {
    if (!isReadOnly) preloadReviewerField()
  }, [isReadOnly])

  const setOpen = (sections: readonly SocSectionId[]): void =>
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, open: [...sections] }),
      hash: '',
      replace: true,
      resetScroll: false,
    })
  const toggle = (id: SocSectionId): void =>
    setOpen(open.includes(id) ? open.filter((other) => other !== id) : [...open, id])
  const areAllOpen = open.length === SOC_SECTION_IDS.length

  return (
    <section aria-label="SOC form">
      <ProgressSummary progress={progress} open={open} isCompleted={isReadOnly} />
      <div className={classes.layout}>
        <div className={classes.sections}>
          <SectionList progress={progress} open={open} />
          {further}
        </div>
        <div className={classes.panels}>
          <button
            type="button"
            className={classes.expand}
            onClick={() => setOpen(areAllOpen ? [] : SOC_SECTION_IDS)}
          >
            {areAllOpen ? 'Collapse all' : 'Expand all'}
          </button>
          {progress.sections.map((section) => (
            <SectionPanel
              key={section.section.id}
              progress={section}
              isOpen={isPrinting || open.includes(section.section.id)}
              onToggle={() => toggle(section.section.id)}
            >
              {(isReadOnly || isPrinting) && (
                <SectionValues
                  id={section.section.id}
                  form={isReadOnly ? form : values.form}
                  missing={section.missing}
                />
              )}
              {/* Stays mounted on paper, so that printing does not take the focus away. */}
              {!isReadOnly && open.includes(section.section.id) && (
                <div className="screen-only">
                  <SectionFields id={section.section.id} />
                </div>
              )}
            </SectionPanel>
          ))}
        </div>
      </div>
    </section>
  )
}
