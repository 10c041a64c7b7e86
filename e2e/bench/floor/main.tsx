import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/AppShell.css'
import '@mantine/core/styles/Table.css'
import { AppShell, Button, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { listQuery, queryClient, reviewQuery } from './data.ts'
import { ListPage } from './list-page.tsx'
import { ReviewPage } from './review-page.tsx'

/**
 * The smallest page that this stack allows: provider, shell, button, table, one query for each of
 * two routes. Any longer time is caused by the app.
 */

const Shell = () => (
  <AppShell header={{ height: 48 }} padding="md">
    <AppShell.Header>
      <Button onClick={() => void queryClient.invalidateQueries()}>Refresh</Button>
    </AppShell.Header>
    <AppShell.Main>
      <Outlet />
    </AppShell.Main>
  </AppShell>
)

const root = createRootRoute({ component: Shell })
const list = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: () => queryClient.query({ ...listQuery, staleTime: 'static' }),
  component: ListPage,
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/vendors/$vendorId/security-reviews/$reviewId',
  loader: ({ params }) => queryClient.query({ ...reviewQuery(params), staleTime: 'static' }),
  component: () => <ReviewPage {...review.useParams()} />,
})
const router = createRouter({
  routeTree: root.addChildren([list, review]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
})

const element = document.getElementById('root')
if (element)
  createRoot(element).render(
    <MantineProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  )
