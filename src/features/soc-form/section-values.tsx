import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import { NOT_STATED } from '../../domain/contract/labels.ts'
import type { SocFormValues } from '../../domain/contract/soc-form.ts'
import type { Answers } from '../../domain/soc/field-kinds.ts'
import {
  fieldsIn,
  type SocField,
  type SocItem,
  type SocList,
} from '../../domain/soc/form-fields.ts'
import { inPlaceText } from '../../domain/soc/in-place.ts'
import type { FieldRef } from '../../domain/soc/sections.ts'
import { textOf } from '../../domain/work/value-text.ts'
import { formatDay } from '../../lib/dates.ts'
import { Tag } from '../../ui/tag.tsx'
import { FieldSourcesSlot } from './evidence/evidence-slot.tsx'
import classes from './section-values.module.css'

type Day = string | null | undefined

const day = (value: Day) => (value ? <time dateTime={value}>{formatDay(value)}</time> : null)

const range = ({ start, end }: { start?: Day; end?: Day }) =>
  (start || end) && (
    <>
      {day(start) ?? '…'} – {day(end) ?? '…'}
    </>
  )

const InPlace = ({ isSo }: { isSo: unknown }) => (
  <Tag tone={isSo === true ? 'positive' : 'neutral'}>
    {isSo === true ? 'In place' : isSo === false ? 'Not in place' : NOT_STATED}
  </Tag>
)

/** Texts exactly as they are: even white space alone is shown. */
const textsIn = ({ texts }: SocList, item: SocItem): string =>
  Object.keys(texts)
    .map((name) => item[name])
    .filter(Boolean)
    .join(', ')

const items = (list: SocList, values: readonly SocItem[]) =>
  values.length > 0 && (
    <>
      {list.hasInPlace && <p>{inPlaceText(values)}</p>}
      <ol className={classes.items}>
        {values.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the service gives its items no ids
          <li key={index}>
            <bdi>
              {textsIn(list, item) || list.unnamed}
              {list.hasInPlace && (
                <>
                  {' '}
                  <InPlace isSo={item.inPlace} />
                </>
              )}
            </bdi>
          </li>
        ))}
      </ol>
    </>
  )

/** A value for reading; undefined if there is none. */
const shownValue = (field: SocField, value: unknown): ReactNode => {
  switch (field.kind) {
    case 'list':
      return items(field, value as readonly SocItem[])
    case 'day':
      return day(value as Day)
    case 'range':
      return range(value as { start?: Day; end?: Day })
    default:
      return textOf(field, value) || field.none
  }
}

interface SectionValuesProps {
  id: SocSectionId
  form: SocFormValues
  missing: readonly FieldRef[]
}

/** A section for reading. Each field is a target for links. */
export const SectionValues = ({ id, form, missing }: SectionValuesProps) => {
  const answers: Answers = form[id]
  return (
    <Stack component="dl" gap={12}>
      {fieldsIn(id).map((field) => {
        const { path, name, label, isForeignWhen } = field
        const isMissing = missing.some((field) => field.path === path)
        if (isForeignWhen?.(answers) && !isMissing) return null
        return (
          <div key={path} id={path} tabIndex={-1} className={classes.field}>
            <dt className="quiet">{label}</dt>
            <dd dir="auto">
              {shownValue(field, answers[name]) || (
                <Text
                  span
                  inherit
                  {...(isMissing ? { c: 'var(--cs-warning)', fw: 600 } : { c: 'dimmed' })}
                >
                  {isMissing ? 'Missing' : NOT_STATED}
                </Text>
              )}
              <FieldSourcesSlot path={path} />
            </dd>
          </div>
        )
      })}
    </Stack>
  )
}
