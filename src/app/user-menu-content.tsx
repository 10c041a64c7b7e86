import { Group, Stack, useMantineColorScheme } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { configQuery } from '../api/config.ts'
import { forgetAnswers } from '../api/transport/kept-answers.ts'
import { CheckBox } from '../ui/fields/check-box.tsx'
import { RadioChoice } from '../ui/fields/radio-choice.tsx'
import { SelectBox } from '../ui/fields/select-box.tsx'
import {
  AUTOSAVE,
  COMPACT,
  FILE_LIMIT_MB,
  LARGEST_FILE_MB,
  useSetting,
} from '../ui/hooks/use-setting.ts'
import { QuietText } from '../ui/layout/quiet-text.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { useDemo, useScenario } from './demo.ts'
import { DraftsMenu } from './drafts-menu.tsx'
import { SourcesMenu } from './kept/sources-menu.tsx'
import { MenuAction, MenuTitle } from './menu-parts.tsx'
import { SignOut } from './sign-out/sign-out-button.tsx'

const ConfirmDialog = lazyPart(() => import('../ui/confirm-dialog.tsx'))

const SCHEMES = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const ColorScheme = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset>
      <MenuTitle component="legend">Appearance</MenuTitle>
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
          <QuietText display="block">Colleagues see your changes once they are saved.</QuietText>
        </>
      }
      checked={isOn}
      onChange={({ target }) => setIsOn(target.checked)}
    />
  )
}

const Density = () => {
  const [isCompact, setIsCompact] = useSetting(COMPACT)
  return (
    <CheckBox
      label="Compact rows and fields"
      checked={isCompact}
      onChange={({ target }) => setIsCompact(target.checked)}
    />
  )
}

const FILE_LIMITS_MB = [50, 100, LARGEST_FILE_MB]

const FileLimit = () => {
  const [limit, setLimit] = useSetting(FILE_LIMIT_MB)
  const limits = FILE_LIMITS_MB.includes(limit) ? FILE_LIMITS_MB : [...FILE_LIMITS_MB, limit]
  return (
    <Group component="label" gap={8}>
      Largest upload
      <SelectBox
        options={limits.map((option) => ({ value: String(option), label: `${option} MB` }))}
        value={limit}
        onChange={({ target }) => setLimit(Number(target.value))}
      />
    </Group>
  )
}

const KeptAnswers = () => {
  const [isForgotten, setIsForgotten] = useState<boolean | null>(null)
  const forget = async (): Promise<void> => setIsForgotten(await forgetAnswers())
  return (
    <div>
      <MenuTitle>
        Where the browser allows it, data read from Drata is kept here for a day, for use without a
        network.
      </MenuTitle>
      <MenuAction onClick={() => void forget()}>Delete the kept data</MenuAction>
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
      <details>
        <MenuTitle component="summary">Try a scenario</MenuTitle>
        <Stack component="ul" gap={8} mah="40vh" style={{ overflow: 'auto' }}>
          {demo.scenarios.map(({ name, title }) => (
            <li key={name}>
              <a href={hrefOf(name)}>{title}</a>
            </li>
          ))}
        </Stack>
      </details>
      <MenuAction onClick={() => setIsAsking(true)}>Reset demo data</MenuAction>
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

/** The signed-in user with the way out, the appearance, the work that this browser keeps, and the demo controls. */
const UserMenuContent = () => {
  const { data: config } = useQuery(configQuery)
  return (
    <Stack gap={12} w={240}>
      {config?.user && (
        <>
          <strong>{config.user}</strong>
          <SignOut user={config.user} />
        </>
      )}
      <ColorScheme />
      <Density />
      <Autosave />
      <FileLimit />
      <DraftsMenu />
      <SourcesMenu />
      <KeptAnswers />
      <DemoControls />
    </Stack>
  )
}

export default UserMenuContent
