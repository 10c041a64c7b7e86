import { Group } from '@mantine/core'
import { waysBack } from '../features/page-errors/route-error.tsx'
import { Page } from '../ui/page.tsx'

/** For addresses without a page. */
export const NotFoundPage = () => (
  <Page title="Page not found">
    <p>There is nothing at this address. Check it for typos, or start again from the list.</p>
    <Group component="p" gap={16} mt={16}>
      {waysBack}
    </Group>
  </Page>
)
