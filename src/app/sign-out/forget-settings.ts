import { SETTINGS } from '../../ui/hooks/use-setting.ts'

/** Deletes the settings that this browser keeps. */
export const forgetSettings = (): void => {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(SETTINGS)) localStorage.removeItem(name)
  } catch {
    // Then none is kept.
  }
}
