import '../../ui/form-styles.ts'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/CloseButton.css'
import { Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { explainError } from '../../api/explain-error.ts'
import { users } from '../../api/users.ts'
import { displayName } from '../../domain/user.ts'
import { Field } from './field.tsx'
import { useReviewEditing } from './review-editing.ts'
import { useIsMissing } from './use-progress.ts'

const PATH = 'reviewerInformation.reviewer'
const ID = 'reviewer-input'
/** Stands for the name that the service gave, whoever it may be. */
const AS_GIVEN = 'as-given'

/**
 * The reviewer, picked among the users. The service writes an id and reads back a name, so the name
 * it gave is shown as it came, even where no user bears it.
 */
export const ReviewerField = () => {
  const { form } = useReviewEditing()
  const [name, userId] = useWatch({
    control: form.control,
    name: ['form.reviewerInformation.reviewer', 'form.reviewerInformation.reviewerUserId'],
  })
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(users.list())
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])

  const people = data?.pages.flatMap((page) => page.data) ?? []
  const options = people.map((person) => ({
    value: String(person.id),
    label: displayName(person),
  }))
  const given = name !== null && userId === undefined ? [{ value: AS_GIVEN, label: name }] : []
  const choose = (value: string | null): void => {
    if (value === AS_GIVEN) return
    const person = people.find(({ id }) => String(id) === value)
    const options = { shouldDirty: true }
    form.setValue('form.reviewerInformation.reviewerUserId', person?.id, options)
    form.setValue('form.reviewerInformation.reviewer', person ? displayName(person) : null, options)
  }
  return (
    <Field path={PATH} label="Reviewer" htmlFor={ID} isMissing={useIsMissing(PATH)}>
      <Select
        id={ID}
        data={[...given, ...options]}
        value={name === null ? null : userId === undefined ? AS_GIVEN : String(userId)}
        onChange={choose}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Clear Reviewer' }}
        placeholder={isFetching ? 'Loading users…' : 'Search users'}
        nothingFoundMessage="No user has this name."
        error={error && `${explainError(error).sentence} The reviewer stays as it is.`}
        limit={100}
        maw={480}
      />
    </Field>
  )
}
