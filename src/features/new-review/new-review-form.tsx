import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Stack } from '@mantine/core'
import { Suspense, useEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import { explainError } from '../../api/transport/explain-error.ts'
import { type NewReviewValues, newReviewForm, toCreateRequest } from '../../domain/new-review.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LeaveGuard } from './leave-new-review.tsx'
import { NewReviewFields } from './new-review-fields.tsx'
import { refusalsOf } from './refusals.ts'
import { Sending } from './sending.tsx'
import { type Created, useCreation } from './use-creation.ts'
import { useReportFile } from './use-report-file.ts'

/** Selects the first field that the service refused, or the message if it named no field. */
const WRONG = '[aria-invalid="true"], [data-failure]'

const UnsureDialog = lazyPart(() => import('./unsure-dialog.tsx'))

interface NewReviewFormProps {
  vendorId: number
  /** The initial values; later changes are ignored. */
  defaults: NewReviewValues
  /** The version of the API that creates reviews. */
  apiVersion: 1 | 2
  /** `isCanceled`: the user canceled, too late. */
  onCreated: (created: Created, isCanceled: boolean) => void
}

/** The form of a new review, mostly filled in, which creates it. */
export const NewReviewForm = ({
  vendorId,
  defaults,
  apiVersion,
  onCreated,
}: NewReviewFormProps) => {
  const report = useReportFile()
  const file = report.chosen
  const form = useForm<NewReviewValues>({
    defaultValues: defaults,
    resolver: zodResolver(newReviewForm({ apiVersion, hasFile: file !== undefined })),
  })
  const { isDirty } = form.formState
  const isDone = useRef(false)
  const creation = useCreation(vendorId, apiVersion, (created, isCanceled) => {
    isDone.current = true
    onCreated(created, isCanceled)
  })
  const { isPending, isLooking, progress, error, unsure } = creation
  const refusals = refusalsOf(error)
  const hasFailed = error !== null && Object.keys(refusals).length === 0
  const failure = hasFailed ? explainError(error) : null
  const element = useRef<HTMLFormElement>(null)

  // Focus the first error once the fields are enabled again.
  useEffect(() => {
    if (error !== null) element.current?.querySelector<HTMLElement>(WRONG)?.focus()
  }, [error])

  const create = (createAnyway = false) =>
    form.handleSubmit((values) =>
      creation.create({ request: toCreateRequest(values), file }, { createAnyway }),
    )()

  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <Stack gap={20} pt={8} pb={48}>
        {apiVersion === 1 && (
          <Notice>
            Reviews are created here with version 1 of Drata’s API, which accepts neither a note nor
            a report file. You can upload the report on the review’s page afterwards.
          </Notice>
        )}
        <NewReviewFields
          form={form}
          report={report}
          apiVersion={apiVersion}
          isDisabled={isPending}
          refusals={refusals}
        />
        {failure !== null && (
          <div tabIndex={-1} data-failure>
            <ErrorState
              sentence={`${failure.sentence} No review was created; what you entered is still here.`}
              requestId={failure.requestId}
            />
          </div>
        )}
        {creation.isCanceled && <Notice>Canceled. No review was created.</Notice>}
        <p role="status" className={isLooking ? undefined : 'visually-hidden'}>
          {isPending && (isLooking ? 'Checking whether it arrived…' : 'Creating the review…')}
        </p>
        {file && progress && !isLooking && (
          <Sending fileName={file.file.name} progress={progress} onCancel={creation.cancel} />
        )}
        <Button type="submit" loading={isPending} style={{ alignSelf: 'start' }}>
          Create review
        </Button>
        <Suspense>
          {unsure && !progress && (
            <UnsureDialog
              vendorId={vendorId}
              candidates={unsure.candidates}
              earlier={unsure.earlier}
              isPending={isPending}
              onLookAgain={() => void create()}
              onCreateAnyway={() => void create(true)}
              onOpen={creation.accept}
              onClose={creation.dismiss}
            />
          )}
        </Suspense>
        <LeaveGuard
          isPending={isPending}
          isUnsaved={() =>
            !isDone.current && !unsure && (isPending || isDirty || file !== undefined)
          }
        />
      </Stack>
    </form>
  )
}
