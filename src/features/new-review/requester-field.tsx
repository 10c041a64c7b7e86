import { type Control, useController } from 'react-hook-form'
import { useAllUsers } from '../../api/users.ts'
import type { NewReviewValues } from '../../domain/new-review.ts'
import { personOptions } from '../../domain/people.ts'
import { PersonSelect } from '../../ui/fields/person-select.tsx'

interface RequesterFieldProps {
  control: Control<NewReviewValues>
  error: string | undefined
}

/** The user who asked for the review. If empty, the service chooses (contract, point 23). */
export const RequesterField = ({ control, error }: RequesterFieldProps) => {
  const { ref, value, onChange } = useController({ control, name: 'requesterUserId' }).field
  const { people, isFetching, error: usersError } = useAllUsers()
  return (
    <PersonSelect
      ref={ref}
      label="Requester"
      hint={
        usersError === undefined
          ? 'If this is empty, Drata records the vendor’s security owner or, if there is none, your Drata administrator.'
          : `${usersError} The review can be created without a requester.`
      }
      error={error}
      options={personOptions(people)}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
      isLoading={isFetching}
    />
  )
}
