import { Group } from '@mantine/core'
import { useDemo, useScenario } from './demo.ts'
import classes from './shell.module.css'

/** Says that the data is not real, and which scenario is active. */
export const DemoBanner = () => {
  const demo = useDemo()
  const { names, hrefOf } = useScenario()
  const titles = names.map(
    (name) => demo?.scenarios.find((known) => known.name === name)?.title ?? name,
  )
  return (
    <Group
      component="aside"
      aria-label="Demo"
      gap="4px 16px"
      py={8}
      fz={13}
      className={`${classes.banner} quiet`}
    >
      <span>
        This is a demo with a fictional company. Your changes stay in this browser and can be reset
        in the user menu.
      </span>
      {titles.length > 0 && (
        <span>
          Scenario: {titles.join(', ')}. <a href={hrefOf(undefined)}>End scenario</a>
        </span>
      )}
    </Group>
  )
}
