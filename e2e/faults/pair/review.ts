import { LANDMARKS } from '../../../mocks/seed/landmarks.ts'
import { TEST_KEY } from '../../helpers/ports.ts'
import type { HeldReview } from './record.ts'
import { FIELDS, LISTS, PANELS } from './story.ts'
import type { Ledger } from './words.ts'

/** The review that both work on. */
const PATH = `/vendors/${LANDMARKS.northwind.id}/security-reviews/${LANDMARKS.nearlyFinished.id}`

/** Its address in the app, with the panels open that both edit. */
export const ADDRESS = `${PATH}?open=${PANELS.join(',')}`
/** Its path at the service. */
export const SERVICE_PATH = `/v2${PATH}`

const ITEMS = 3

const ask = async (url: string, init: RequestInit = {}): Promise<HeldReview> => {
  const response = await fetch(`${url}${SERVICE_PATH}`, {
    ...init,
    headers: { authorization: `Bearer ${TEST_KEY}`, 'content-type': 'application/json' },
  })
  if (!response.ok) throw new Error(`The mock service answered ${response.status}.`)
  return (await response.json()) as HeldReview
}

/** Reads the review directly from the service. @param url the address of the service */
export const readHeld = (url: string): Promise<HeldReview> => ask(url)

type Form = Record<string, Record<string, unknown>>

const set = (form: Form, path: string, value: unknown): void => {
  const [, section = '', name = ''] = path.split('.')
  form[section] = { ...form[section], [name]: value }
}

/** Writes the texts that both start from, each with a different word. */
export const writeStart = async (url: string, ledger: Ledger): Promise<HeldReview> => {
  const text = (): string => {
    const word = ledger.next('seed')
    ledger.typed(word, 'seed')
    return `Start ${word}`
  }
  const cleared: Form = {}
  const filled: Form = {}
  for (const { name, key } of Object.values(LISTS)) {
    set(cleared, name, [])
    const items = Array.from({ length: ITEMS }, () => ({
      [key]: text(),
      ...(key === 'city' && { stateOrCountry: 'State' }),
    }))
    set(filled, name, items)
  }
  for (const name of FIELDS) set(filled, name, text())
  const put = (socForm: Form): Promise<HeldReview> =>
    ask(url, { method: 'PUT', body: JSON.stringify({ socForm }) })
  await put(cleared)
  return put(filled)
}

/** The texts of a review, by the names of the form's fields. */
export const textsOf = ({ socReviewForm = {} }: HeldReview): Record<string, string> => {
  const texts: Record<string, string> = {}
  for (const name of FIELDS) {
    const [, section = '', field = ''] = name.split('.')
    texts[name] = (socReviewForm[section]?.[field] ?? '') as string
  }
  for (const { name, key } of Object.values(LISTS)) {
    const [, section = '', field = ''] = name.split('.')
    const items = (socReviewForm[section]?.[field] ?? []) as Record<string, string>[]
    for (const [index, item] of items.entries()) texts[`${name}.${index}.${key}`] = item[key] ?? ''
  }
  return texts
}
