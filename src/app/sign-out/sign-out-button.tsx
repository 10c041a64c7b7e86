import { Button } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import { losesInput } from '../../ui/hooks/leaving.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'

const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx'))

/** The button that signs out, and the dialog that asks first. */
export const SignOut = ({ user }: { user: string }) => {
  const [asked, setAsked] = useState<{ hasInput: boolean }>()
  const button = useRef<HTMLButtonElement>(null)
  // Closing the dialog returns the focus.
  useEffect(() => {
    const { current } = button
    return asked && (() => current?.focus())
  }, [asked])
  return (
    <>
      <Button
        ref={button}
        size="compact-sm"
        variant="default"
        style={{ alignSelf: 'start' }}
        onClick={() => setAsked({ hasInput: losesInput().getState()() })}
      >
        Sign out
      </Button>
      <Suspense>
        {asked && <SignOutDialog user={user} {...asked} onClose={() => setAsked(undefined)} />}
      </Suspense>
    </>
  )
}
