import { labelOf, REPORT_OPINION_LABELS } from '../contract/labels.ts'
import type { SocForm } from '../contract/soc-form.ts'

type Line = readonly [label: string, value: string]

/** How many user controls are not in place, out of all, and how many nobody has judged. */
const controlsText = (controls: SocForm['endUserControls']['userControls']): string => {
  const absent = controls.filter(({ inPlace }) => inPlace === false).length
  const unjudged = controls.filter(({ inPlace }) => inPlace === null).length
  const counted = `${absent} of ${controls.length}`
  return unjudged > 0 ? `${counted}, ${unjudged} not stated` : counted
}

/**
 * What a decision rests on, from the form as it is saved.
 * @returns labels with their values, in the order of the form
 */
export const decisionSummary = ({ reportOpinion, findings, endUserControls }: SocForm): Line[] => {
  const impact: Line[] =
    findings.hasMaterialImpact === null
      ? []
      : [['Material impact', findings.hasMaterialImpact ? 'Yes' : 'No']]
  return [
    ['Report opinion', labelOf(REPORT_OPINION_LABELS, reportOpinion.reportOpinion)],
    ['Findings', String(findings.findings.length)],
    ...impact,
    ['User controls not in place', controlsText(endUserControls.userControls)],
  ]
}
