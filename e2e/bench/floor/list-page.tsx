import { Table } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { byDeadline } from '../../../src/domain/review-order.ts'
import { listQuery } from './data.ts'

/** The app mounts this many rows of a longer list, so that both do the same work. */
const SHOWN = 27

/** The reviews by deadline. */
export const ListPage = () => {
  const { data } = useSuspenseQuery(listQuery)
  return (
    <>
      <h1>Reviews</h1>
      <Table>
        <Table.Tbody>
          {data.data
            .toSorted(byDeadline)
            .slice(0, SHOWN)
            .map(({ id, vendorId = 0, title, vendor, type, status, decision, ...review }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Link
                    to="/vendors/$vendorId/security-reviews/$reviewId"
                    params={{ vendorId, reviewId: id }}
                  >
                    {title ?? `Untitled review #${id}`}
                  </Link>
                </Table.Td>
                <Table.Td>{vendor?.name}</Table.Td>
                <Table.Td>{type}</Table.Td>
                <Table.Td>{status}</Table.Td>
                <Table.Td>{decision}</Table.Td>
                <Table.Td>{review.reviewDeadlineAt.slice(0, 10)}</Table.Td>
                <Table.Td>{review.user?.email}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
