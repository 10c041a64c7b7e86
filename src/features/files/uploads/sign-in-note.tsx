import classes from './upload-tray.module.css'

/** Says that uploading goes on once the user has signed in again, and where. */
export const SignInNote = ({ signIn }: { signIn: string }) => (
  <p className={classes.pause}>
    <span role="status">Your session has ended.</span> Uploading continues once you have{' '}
    <a href={signIn} target="_blank" rel="noopener noreferrer">
      signed in again in a new tab
    </a>
    .
  </p>
)
