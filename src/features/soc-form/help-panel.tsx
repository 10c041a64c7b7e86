import { Box, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useStore } from '../../ui/hooks/use-store.ts'
import { shownHelp } from './help.ts'

/**
 * Shows the help for the field or section that was focused last. The help stands beside the form, so
 * that no field moves when the focus does.
 */
export const HelpPanel = () => {
  const help = useStore(shownHelp())
  useEffect(() => () => shownHelp().setState(null), [])
  return (
    help && (
      <Box component="aside" aria-label="Where to find it" fz={13} visibleFrom="md">
        <Text component="h3" fz={13} fw={600}>
          {help.about}
        </Text>
        <p className="quiet">{help.text}</p>
      </Box>
    )
  )
}
