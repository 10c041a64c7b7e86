import { useMantineColorScheme } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { configQuery } from '../api/config.ts'
import { forgetAnswers } from '../api/transport/kept-answers.ts'
import { CheckBox } from '../ui/fields/check-box.tsx'
import { RadioChoice } from '../ui/fields/radio-choice.tsx'
import { SelectBox } from '../ui/fields/select-box.tsx'
import { AUTOSAVE, FILE_LIMIT_MB, LARGEST_FILE_MB, useSetting } from '../ui/hooks/use-setting.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { useDemo, useScenario } from './demo.ts'
import { DraftsMenu } from './drafts-menu.tsx'
import classes from './user-menu.module.css'

const ConfirmDialog = lazyPart(() => import('../ui/confirm-dialog.tsx'))

const SCHEMES = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const ColorScheme = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset className={classes.group}>
      <legend>Appearance</legend>
      {SCHEMES.map(({ value, label }) => (
        <RadioChoice
          key={value}
          label={label}
          name="color-scheme"
          checked={colorScheme === value}
          onChange={() => setColorScheme(value)}
        />
      ))}
    </fieldset>
  )
}

const Autosave = () => {
  const [isOn, setIsOn] = useSetting(AUTOSAVE)
  return (
    <CheckBox
      label={
        <>
          Save automatically{' '}
          <small className={classes.small}>Colleagues see your changes once they are saved.</small>
        </>
      }
      checked={isOn}
      onChange={({ target }) => setIsOn(target.checked)}
    />
  )
}

const FILE_LIMITS_MB = [50, 100, LARGEST_FILE_MB]

const FileLimit = () => {
  const [limit, setLimit] = useSetting(FILE_LIMIT_MB)
  const limits = FILE_LIMITS_MB.includes(limit) ? FILE_LIMITS_MB : [...FILE_LIMITS_MB, limit]
  return (
    <label className={classes.option}>
      Largest upload
      <SelectBox
        options={limits.map((option) => ({ value: String(option), label: `${option} MB` }))}
        value={limit}
        onChange={({ target }) => setLimit(Number(target.value))}
      />
    </label>
  )
}

const KeptAnswers = () => {
  const [isForgotten, setIsForgotten] = useState<boolean | null>(null)
  const forget = async (): Promise<void> => setIsForgotten(await forgetAnswers())
  return (
    <div className={classes.group}>
      <p className={classes.legend}>
        Where the browser allows it, data read from Drata is kept here for a day, for use without a
        network.
      </p>
      <button type="button" className={classes.action} onClick={() => void forget()}>
        Delete the kept data
      </button>
      <p role="status">
        {isForgotten === true && 'Deleted.'}
        {isForgotten === false && 'This browser keeps no data, or did not let it be deleted.'}
      </p>
    </div>
  )
}

const DemoControls = () => {
  const demo = useDemo()
  const { hrefOf } = useScenario()
  const queryClient = useQueryClient()
  const router = useRouter()
  const [isAsking, setIsAsking] = useState(false)
  if (!demo) return null

  const reset = async (): Promise<void> => {
    await demo.reset()
    await queryClient.resetQueries()
    setIsAsking(false)
    await router.invalidate()
  }

  return (
    <>
      <details className={classes.group}>
        <summary>Try a scenario</summary>
        <ul>
          {demo.scenarios.map(({ name, title }) => (
            <li key={name}>
              <a href={hrefOf(name)}>{title}</a>
            </li>
          ))}
        </ul>
      </details>
      <button type="button" className={classes.action} onClick={() => setIsAsking(true)}>
        Reset demo data
      </button>
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            title="Reset demo data"
            text="Everything you changed in this demo is lost. This cannot be undone."
            confirmLabel="Reset"
            onConfirm={reset}
            onCancel={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </>
  )
}

/** The signed-in user, the appearance, the work that this browser keeps, and the demo controls. */
const UserMenuContent = () => {
  const { data: config } = useQuery(configQuery)
  return (
    <div className={classes.menu}>
      {config?.user && <p className={classes.user}>{config.user}</p>}
      <ColorScheme />
      <Autosave />
      <FileLimit />
      <DraftsMenu />
      <KeptAnswers />
      <DemoControls />
    </div>
  )
}

export default UserMenuContent
