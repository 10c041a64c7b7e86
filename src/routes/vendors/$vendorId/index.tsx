import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/vendors/$vendorId/')({
  beforeLoad: ({ params }) => {
    redirect({ to: '/vendors/$vendorId/security-reviews', params, replace: true, throw: true })
  },
})
