import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { manyStore } from '../../mocks/seed/many.ts'
import type { ReviewRecord } from '../../mocks/service/records.ts'
import { judgeSocForm } from '../../mocks/service/soc-form.ts'
import { memoryStore, type Store } from '../../mocks/service/store.ts'
import type { SocForm } from '../../src/domain/contract/soc-form.ts'
import { byDeadline } from '../../src/domain/review-order.ts'
import { localDay } from '../../src/lib/dates.ts'

/** The numbers of items that the long forms have. */
export const FORM_SIZES = [10, 100, 300, 500] as const
export type FormSize = (typeof FORM_SIZES)[number]

/** The numbers of reviews that the lists have; the usual one comes first. */
export const LIST_SIZES = [300, 100, 1_000, 10_000] as const
export type ListSize = (typeof LIST_SIZES)[number]

/** The review whose form has this many user controls, the list that gets long in a report. */
export const longFormPath = (items: FormSize): string => pathOf(longFormId(items))

const longFormId = (items: FormSize): number => 900_000 + items

/** The address of one of Northwind's reviews, in the app and on the floors. */
const pathOf = (id: number, vendorId: number = LANDMARKS.northwind.id): string =>
  `/vendors/${vendorId}/security-reviews/${id}`

/** The address of a review, in the app and on the floors. */
export const reviewPath = ({ id, vendorId }: ReviewRecord): string => pathOf(id, vendorId)

const longForm = (model: SocForm, items: FormSize): SocForm =>
  judgeSocForm({
    ...model,
    endUserControls: {
      userControls: Array.from({ length: items }, (_, index) => ({
        description: `CUEC-${index + 1}: User entities review access to the platform every quarter.`,
        inPlace: index % 3 > 0,
      })),
    },
  })

/** The demo's company with this many reviews, including those with the long forms. */
export const createWorld = (reviewCount: ListSize): Store => {
  const many = manyStore({ today: localDay(new Date()), unknownValues: false })
  const model = many.find('reviews', LANDMARKS.nearlyFinished.id)
  if (!model?.socReviewForm) throw new Error('The seed has no review to model long forms on.')
  const { socReviewForm } = model
  const long = FORM_SIZES.map((items) => ({
    ...model,
    id: longFormId(items),
    title: `Report with ${items} user controls`,
    socReviewForm: longForm(socReviewForm, items),
  }))
  return memoryStore({
    vendors: many.all('vendors'),
    users: many.all('users'),
    questionnaires: many.all('questionnaires'),
    documents: many.all('documents'),
    reviews: [...long, ...many.all('reviews').slice(0, reviewCount - long.length)],
  })
}

/** The reviews in the order in which the list shows them. */
export const asListed = (world: Store): ReviewRecord[] => world.all('reviews').toSorted(byDeadline)
