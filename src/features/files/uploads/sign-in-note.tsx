import { FieldNote } from '../../../ui/fields/field-note.tsx'

/** Says that uploading continues after a new sign-in, with the link to it. */
export const SignInNote = ({ signIn }: { signIn: string }) => (
  <FieldNote kind="remark" px={12} pb={8}>
    <span role="status">Your session has ended.</span> Uploading continues once you have{' '}
    <a href={signIn} target="_blank" rel="noopener noreferrer">
      signed in again in a new tab
    </a>
    .
  </FieldNote>
)
