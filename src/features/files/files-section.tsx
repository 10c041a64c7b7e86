import { Box } from '@mantine/core'
import type { ReactNode } from 'react'

interface FilesSectionProps {
  /** The id of its heading. */
  labelledBy: string
  /** Whether the section stands alone in a tab. On a review it stands below the form. */
  isOfVendor: boolean
  children: ReactNode
}

/** A list of files with its heading and its drop zone. */
export const FilesSection = ({ labelledBy, isOfVendor, children }: FilesSectionProps) => (
  <Box component="section" aria-labelledby={labelledBy} {...(!isOfVendor && { mt: 32, maw: 1064 })}>
    {children}
  </Box>
)
