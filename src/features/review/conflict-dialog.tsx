import { Button, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { type Choice, choicesOf } from '../../domain/work/decide.ts'
import type { MergeRow } from '../../domain/work/list-merge.ts'
import type { Conflict } from '../../domain/work/reconcile.ts'
import { itemText, pathLabel, valueText } from '../../domain/work/value-text.ts'
import { listAt, type Path } from '../../domain/work/values.ts'
import { markWords } from '../../domain/work/word-marks.ts'
import { useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { RadioChoice } from '../../ui/fields/radio-choice.tsx'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'
import classes from './conflict-dialog.module.css'

const choiceLabel = (choice: Choice, { rows }: Conflict): string => {
  if (choice === 'both')
    return rows ? 'Both: their changes and mine' : 'Both: theirs, followed by mine'
  return choice === 'mine' ? 'Keep mine' : 'Take theirs'
}

/** One version of a text. Words that another version lacks are marked. */
const Version = ({ before, text }: { before: string; text: string }) => (
  <bdi className={classes.text}>
    {text === ''
      ? 'Empty'
      : markWords(before, text).map(({ text: piece, isNew }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text do not move
          isNew ? <ins key={index}>{piece}</ins> : <span key={index}>{piece}</span>,
        )}
  </bdi>
)

/** The headings of the three versions. A narrow window shows them one below the other. */
const [BEFORE, THEIRS, MINE] = ['Started from', 'Theirs, in Drata now', 'Mine'] as const

const Head = () => (
  <thead>
    <tr>
      {[BEFORE, THEIRS, MINE].map((version) => (
        <th key={version} scope="col" className="quiet" style={{ fontWeight: 400 }}>
          {version}
        </th>
      ))}
    </tr>
  </thead>
)

/**
 * A field in three versions. If the field was empty before, every word would be marked as new, so
 * theirs and mine are compared with each other instead.
 */
const Field = ({ path, base, mine, theirs }: Conflict) => {
  const before = valueText(path, base)
  const their = valueText(path, theirs)
  const our = valueText(path, mine)
  return (
    <table className={classes.sides}>
      <Head />
      <tbody>
        <tr data-status="conflict">
          <td data-version={BEFORE}>
            <bdi className={classes.text}>{before || 'Empty'}</bdi>
          </td>
          <td data-version={THEIRS}>
            <Version before={before || our} text={their} />
          </td>
          <td data-version={MINE}>
            <Version before={before || their} text={our} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** A list in three versions, item by item. Items that are the same everywhere are only counted. */
const Items = ({ path, rows = [] }: Conflict) => {
  const list = listAt(path) ?? 'findings'
  const textOf = (item: MergeRow['base']): string => (item ? itemText(list, item) : '')
  const changed = rows.filter(({ kind }) => kind !== 'same')
  const same = rows.length - changed.length
  return (
    <>
      <table className={classes.sides}>
        <Head />
        <tbody>
          {changed.map((row, index) => {
            const before = textOf(row.base)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: items have no ids, and rows do not move
              <tr key={index} data-status={row.kind}>
                <td data-version={BEFORE}>
                  {before && <bdi className={classes.text}>{before}</bdi>}
                </td>
                {(
                  [
                    [THEIRS, row.theirs],
                    [MINE, row.mine],
                  ] as const
                ).map(([version, item]) => (
                  <td key={version} data-version={version}>
                    {item ? (
                      <Version before={before} text={textOf(item)} />
                    ) : (
                      row.base && <span className="quiet">Removed</span>
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {same > 0 && (
        <FieldNote kind="hint">
          {same === 1 ? '1 item is' : `${same} items are`} the same on both sides.
        </FieldNote>
      )}
    </>
  )
}

/** Asks what should stay of values that somebody else changed, too. None of them was written. */
const ConflictDialog = () => {
  const { work } = useReviewEditing()
  const { conflicts } = useWorkState()
  const [choices, setChoices] = useState<Partial<Record<Path, Choice>>>({})
  const name = useId()
  const isDecided = conflicts.every(({ path }) => choices[path] !== undefined)
  return (
    <Dialog
      onClose={work.decideLater}
      closesOnClickBeside={false}
      title="Someone else changed this review"
      size="xl"
    >
      <Stack gap={16}>
        <FieldNote kind="hint">
          You and someone else changed the same fields. These were not saved; everything else was.
          Choose what to keep for each.
        </FieldNote>
        {conflicts.map((conflict) => {
          const { path, rows } = conflict
          return (
            <Stack
              key={path}
              component="fieldset"
              gap={8}
              miw={0}
              role="radiogroup"
              aria-label={pathLabel(path)}
            >
              <Text component="legend" fw={600} mb={8} aria-hidden="true">
                {pathLabel(path)}
              </Text>
              {rows ? <Items {...conflict} /> : <Field {...conflict} />}
              {choicesOf(conflict).map((choice) => (
                <RadioChoice
                  key={choice}
                  label={choiceLabel(choice, conflict)}
                  name={`${name}-${path}`}
                  checked={choices[path] === choice}
                  onChange={() => setChoices({ ...choices, [path]: choice })}
                />
              ))}
            </Stack>
          )
        })}
        <DialogButtons>
          <Button variant="default" onClick={work.decideLater}>
            Decide later
          </Button>
          <Button
            disabled={!isDecided}
            onClick={() => void work.decide((path) => choices[path] ?? 'both')}
          >
            Save
          </Button>
        </DialogButtons>
      </Stack>
    </Dialog>
  )
}

export default ConflictDialog
