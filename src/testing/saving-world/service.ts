import { bySection, SOC_LISTS } from '../../domain/soc/form-fields.ts'

/**
 * The service, written from the contract alone (points 1 to 3 and 17), with the variations that
 * such services have. Every typed text contains a token, such as `t17`.
 */
export interface ServiceWays {
  trims: boolean
  normalizes: boolean
  refusesBlanks: boolean
  refusesWhenCompleted: boolean
  refusesUnknownFields: boolean
  /** Answers to an update omit the form. */
  answersWithoutForm: boolean
  /** Renumbers its items with each addition, in a field that the app does not know. */
  numbersItems: boolean
}

type Item = Record<string, unknown>
type Form = Record<string, Record<string, unknown>>

export interface UpdateRequest {
  title?: string
  socForm?: Form
}

export class Refusal extends Error {
  readonly status: number
  constructor(status: number) {
    super(`Refused with ${status}`)
    this.status = status
  }
}

const LIST_FIELDS: Readonly<Record<string, readonly string[]>> = {
  findings: ['description'],
  userControls: ['description', 'inPlace'],
  services: ['name'],
  locations: ['city', 'stateOrCountry'],
}

/** All tokens in a value, as often as they occur. */
export const tokensIn = (value: unknown): string[] =>
  // Without this, an escaped line end would look like a letter before the token.
  JSON.stringify(value ?? null)
    .replaceAll(/\\[nrt]/g, ' ')
    .match(/\bt\d+\b/g) ?? []

export class ReviewModel {
  title = 'Review'
  status = 'IN_PROGRESS'
  form: Form
  /** When each path was changed, to judge losses that no client can prevent. */
  readonly changed = new Map<string, number>()
  revision = 0
  writesToCompleted = 0
  readonly ways: ServiceWays
  private itemNumber = 0

  constructor(ways: ServiceWays) {
    this.ways = ways
    this.form = bySection(({ kind }) =>
      kind === 'list' ? [] : kind === 'range' ? { start: null, end: null } : null,
    )
  }

  private text(value: string): string {
    const shown = this.ways.normalizes ? value.normalize('NFC').replaceAll('\r\n', '\n') : value
    return this.ways.trims ? shown.trim() : shown
  }

  private item(sent: Item, list: string): Item {
    const stored: Item = {}
    for (const name of LIST_FIELDS[list] ?? []) {
      const value = sent[name]
      stored[name] =
        typeof value === 'string' ? this.text(value) : (value ?? (name === 'inPlace' ? false : ''))
    }
    if (this.ways.numbersItems) stored.itemNumber = ++this.itemNumber
    return stored
  }

  /** @throws Refusal, without any change */
  update({ title, socForm = {} }: UpdateRequest): void {
    if (this.status === 'COMPLETED') {
      if (this.ways.refusesWhenCompleted) throw new Refusal(422)
      this.writesToCompleted += 1
    }
    for (const { section, name: list } of SOC_LISTS)
      for (const item of (socForm[section]?.[list] ?? []) as Item[]) {
        const texts = Object.values(item).filter((value) => typeof value === 'string')
        if (this.ways.refusesBlanks && texts.every((text) => text.trim() === ''))
          throw new Refusal(400)
        if (
          this.ways.refusesUnknownFields &&
          Object.keys(item).some((name) => !(LIST_FIELDS[list] ?? []).includes(name))
        )
          throw new Refusal(400)
      }
    if (title !== undefined) this.set('title', () => (this.title = this.text(title)))
    for (const [section, fields] of Object.entries(socForm))
      for (const [name, value] of Object.entries(fields)) this.write(section, name, value)
  }

  private set(path: string, change: () => void): void {
    change()
    this.revision += 1
    this.changed.set(path, this.revision)
  }

  private write(section: string, name: string, value: unknown): void {
    const fields = this.form[section] ?? {}
    if (name in LIST_FIELDS) {
      const [before, sent] = [fields[name] as Item[], value as Item[]]
      const after =
        sent.length === 0 ? [] : [...before, ...sent.map((item) => this.item(item, name))]
      this.set(`${section}.${name}`, () => (fields[name] = after))
      return
    }
    const field = name === 'reviewerUserId' ? 'reviewer' : name
    const shown =
      name === 'reviewerUserId' && typeof value === 'number'
        ? `User ${value}`
        : typeof value === 'string'
          ? this.text(value)
          : value
    this.set(`${section}.${field}`, () => (fields[field] = shown))
  }

  /** A colleague replaces a list or sets a field in the service's own pages. */
  edit(path: string, value: unknown): void {
    const [section = '', name = ''] = path.split('.')
    if (path === 'title') this.set(path, () => (this.title = value as string))
    else
      this.set(path, () => {
        const fields = this.form[section] ?? {}
        fields[name] = Array.isArray(value)
          ? (value as Item[]).map((item) => ({ ...item, ...this.item(item, name) }))
          : value
      })
  }

  at(path: string): unknown {
    const [section = '', name = ''] = path.split('.')
    return path === 'title' ? this.title : this.form[section]?.[name]
  }

  complete(isCompleted: boolean): void {
    this.set('status', () => (this.status = isCompleted ? 'COMPLETED' : 'IN_PROGRESS'))
  }

  /** The review as the service answers it. */
  answer(id: number, withForm = true) {
    return structuredClone({
      id,
      title: this.title,
      type: 'SOC_REPORT',
      status: this.status,
      ...(withForm && { socReviewForm: this.form }),
    })
  }
}
