import { ApiError } from '../../api/transport/api-error.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { SignInAgain } from './sign-in-again.tsx'

/** The error of an action, shown in the action's dialog. */
export const ActionError = ({ error }: { error: Error | null }) => {
  if (!error) return null
  const { sentence, requestId } = explainError(error)
  if (error instanceof ApiError && error.isSignInStale) return <SignInAgain requestId={requestId} />
  const isUnclear = error instanceof ApiError && error.isOutcomeUnclear && !error.isRefusedOnTheWay
  return (
    <ErrorState
      sentence={
        isUnclear
          ? `${sentence} Drata may still have done it: check the review’s status before you try again.`
          : sentence
      }
      requestId={requestId}
    />
  )
}
