import { useController } from 'react-hook-form'
import { labelOf, TRUST_SERVICE_CRITERION_LABELS } from '../../domain/contract/labels.ts'
import { TRUST_SERVICE_CRITERIA } from '../../domain/contract/values.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { useIsMissing } from '../../editing/use-progress.ts'
import { Field, labelId } from './field.tsx'
import classes from './fields.module.css'

const PATH = 'complianceScope.trustServiceCriteria'
const LABEL = 'Trust service criteria'

/** Which criteria are in scope; one that the app does not know can be kept or taken off. */
export const CriteriaField = () => {
  const { control } = useReviewEditing().form
  const { field } = useController({ control, name: 'form.complianceScope.trustServiceCriteria' })
  const chosen = field.value ?? []
  const shown = [...new Set<string>([...TRUST_SERVICE_CRITERIA, ...chosen])]
  return (
    <Field path={PATH} label={LABEL} isMissing={useIsMissing(PATH)}>
      <div role="group" aria-labelledby={labelId(PATH)} className={classes.choices}>
        {shown.map((criterion) => (
          <label key={criterion}>
            <input
              type="checkbox"
              checked={chosen.includes(criterion)}
              onBlur={field.onBlur}
              onChange={({ target }) =>
                field.onChange(
                  target.checked
                    ? [...chosen, criterion]
                    : chosen.filter((other) => other !== criterion),
                )
              }
            />
            {labelOf(TRUST_SERVICE_CRITERION_LABELS, criterion)}
          </label>
        ))}
      </div>
    </Field>
  )
}
