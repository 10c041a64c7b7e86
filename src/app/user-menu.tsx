import { Box } from '@mantine/core'
import { Suspense, useState } from 'react'
import { PersonIcon } from '../ui/icons.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { Popup } from '../ui/popup.tsx'

// Not needed before a page shows, and it includes the code for unsaved work.
const UserMenuContent = lazyPart(() => import('./user-menu-content.tsx'))

export const UserMenu = () => {
  const [openings, setOpenings] = useState(0)
  return (
    <Popup
      label="User menu"
      content={
        <Box component="span" display="flex" p={6} c="dimmed">
          <PersonIcon />
        </Box>
      }
      align="end"
      onOpen={() => setOpenings(openings + 1)}
    >
      <Suspense>{openings > 0 && <UserMenuContent key={openings} />}</Suspense>
    </Popup>
  )
}
