import { Text } from '@mantine/core'
import { Suspense } from 'react'
import { useWatch } from 'react-hook-form'
import { useAllUsers } from '../../api/users.ts'
import { displayName } from '../../domain/contract/user.ts'
import { personOptions } from '../../domain/people.ts'
import type { SocField } from '../../domain/soc/form-fields.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Field } from './field.tsx'

const loadPersonSelect = () =>
  import('../../ui/fields/person-select.tsx').then(({ PersonSelect }) => ({
    default: PersonSelect,
  }))
const PersonSelect = lazyPart(loadPersonSelect)
/** Loads the user picker in advance. If that fails, the error shows when it is opened. */
export const preloadReviewerField = (): void => void loadPersonSelect().catch(() => undefined)

const ID = 'reviewer-input'
/** The option for the name that the service sent, which may match no user. */
const AS_GIVEN = 'as-given'

/**
 * The reviewer, picked from the users. The service takes an id and returns a name. That name is
 * shown as it came, even if no user has it.
 */
export const ReviewerField = ({ field: { path, label, hint } }: { field: SocField<'person'> }) => {
  const { form } = useReviewEditing()
  const [name, userId] = useWatch({
    control: form.control,
    name: ['form.reviewerInformation.reviewer', 'form.reviewerInformation.reviewerUserId'],
  })
  const { people, isFetching, error } = useAllUsers()
  const options = personOptions(people)
  const given =
    name !== null && userId === undefined
      ? [{ value: AS_GIVEN, label: name, name, detail: 'as it stands in Drata' }]
      : []
  const choose = (value: string | null): void => {
    if (value === AS_GIVEN) return
    const person = people.find(({ id }) => String(id) === value)
    const options = { shouldDirty: true }
    form.setValue('form.reviewerInformation.reviewerUserId', person?.id, options)
    form.setValue('form.reviewerInformation.reviewer', person ? displayName(person) : null, options)
  }
  return (
    <Field path={path} label={label} hint={hint} htmlFor={ID}>
      {/* As high as the control that comes. */}
      <Suspense
        fallback={
          <Text inherit mih={32} py={5}>
            {name}
          </Text>
        }
      >
        <PersonSelect
          id={ID}
          label={label}
          options={[...given, ...options]}
          value={name === null ? null : userId === undefined ? AS_GIVEN : String(userId)}
          onChange={choose}
          isLoading={isFetching}
          maxWidth={480}
          error={error && `${error} The reviewer stays as it is.`}
        />
      </Suspense>
    </Field>
  )
}
