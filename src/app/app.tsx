import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useState } from 'react'
import { appQueryClient } from '../api/query-client.ts'
import { noteSignedOut } from '../api/transport/connection.ts'
import { onOwnerChange, onOwnerGone } from '../api/transport/owner.ts'
import { endHeadStart } from '../api/transport/started-answers.ts'
import { SIGN_IN_START } from '../domain/contract/gateway-headers.ts'
import { UploadCorner } from '../features/files/uploads/upload-corner.tsx'
import { type Demo, DemoProvider } from './demo.ts'
import { followNewVersions } from './new-version.ts'
import { styleNonce } from './nonce.ts'
import { createAppRouter } from './router.tsx'
import { theme } from './theme.ts'

/** The whole application: providers around the router. */
export const App = ({ demo }: { demo: Demo | null }) => {
  const queryClient = appQueryClient()
  const [router] = useState(() => {
    const created = createAppRouter(queryClient)
    followNewVersions(created)
    created.subscribe('onResolved', endHeadStart)
    // Somebody else signed in, and must not see the data on the page.
    onOwnerChange(() => window.location.reload())
    // The session of all tabs has ended, and what was typed stays.
    onOwnerGone(() => noteSignedOut(SIGN_IN_START))
    return created
  })
  return (
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queryClient}>
          <DemoProvider value={demo}>
            <RouterProvider router={router} />
            <UploadCorner />
          </DemoProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}
