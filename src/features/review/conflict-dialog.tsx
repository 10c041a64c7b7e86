import '../../ui/dialog-styles.ts'
import { Button, Modal } from '@mantine/core'
import { useId, useState } from 'react'
import { both, keepMine, listConflict, takeTheirs } from '../../domain/merge-edit.ts'
import {
  itemsOf,
  listPlace,
  type SocEdit,
  type SocItem,
  type SocListId,
} from '../../domain/soc-edit.ts'
import { placeOfField, SOC_SECTIONS } from '../../domain/soc-sections.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { applyToForm, type SaveConflict } from '../../editing/use-saving.ts'
import dialog from '../../ui/dialog.module.css'
import classes from './conflict-dialog.module.css'

const CHOICES = {
  mine: { label: 'Keep mine', resolve: keepMine },
  theirs: { label: 'Take theirs', resolve: takeTheirs },
  both: { label: 'Both: theirs, then what I added', resolve: both },
} as const
type Choice = keyof typeof CHOICES

const labelOfList = (list: SocListId): string => {
  const { section } = listPlace(list)
  const found = SOC_SECTIONS.find(({ id }) => id === section)
  return found ? placeOfField(`${section}.${list}`, found).label : list
}

/** An item in a line: its texts, and what is ticked. */
const textOf = (item: SocItem): string =>
  Object.values(item)
    .map((value) => (value === true ? 'in place' : value === false ? 'not in place' : value))
    .filter(Boolean)
    .join(', ') || 'Empty'

const withList = (edit: SocEdit, list: SocListId, items: readonly SocItem[]): SocEdit => {
  const next = structuredClone(edit)
  Object.assign(next[listPlace(list).section], { [list]: structuredClone(items) })
  return next
}

interface SidesProps {
  base: readonly SocItem[]
  mine: readonly SocItem[]
  theirs: readonly SocItem[]
}

/** Theirs and mine side by side, item by item. */
const Sides = (lists: SidesProps) => (
  <table className={classes.sides}>
    <thead>
      <tr>
        <th scope="col">Theirs, in Drata now</th>
        <th scope="col">Mine</th>
      </tr>
    </thead>
    <tbody>
      {listConflict(lists).map(({ status, item }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no ids, and the rows do not move
        <tr key={row} data-status={status}>
          <td>{status === 'mine' ? '' : <bdi>{textOf(item)}</bdi>}</td>
          <td>{status === 'theirs' ? '' : <bdi>{textOf(item)}</bdi>}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/**
 * Someone else changed lists that are to be saved: nothing of them was written, and the analyst
 * decides what is to stay.
 */
const ConflictDialog = ({ conflict }: { conflict: SaveConflict }) => {
  const { form, tracker, saving } = useReviewEditing()
  const [choices, setChoices] = useState<Partial<Record<SocListId, Choice>>>({})
  const name = useId()
  const { base, values } = tracker.getSnapshot()
  const sidesOf = (list: SocListId): SidesProps => ({
    base: itemsOf(base.form, list),
    mine: itemsOf(values.form, list),
    theirs: itemsOf(conflict.theirs.form, list),
  })

  const settle = async (): Promise<void> => {
    let [nextBase, next] = [base.form, values.form]
    for (const list of conflict.lists) {
      const choice = choices[list]
      if (choice === undefined) return
      const sides = sidesOf(list)
      next = withList(next, list, CHOICES[choice].resolve(sides))
      nextBase = withList(nextBase, list, sides.theirs)
    }
    applyToForm(form, values.form, next)
    tracker.rebase({ ...base, form: nextBase })
    saving.settleConflict()
    await saving.save()
  }

  return (
    <Modal
      opened
      onClose={saving.settleConflict}
      title="Someone else changed this review"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={dialog.form}>
        <p className={dialog.hint}>
          Nothing of these lists was saved. Choose for each what is to stay.
        </p>
        {conflict.lists.map((list) => (
          <fieldset key={list} className={classes.list}>
            <legend>{labelOfList(list)}</legend>
            <Sides {...sidesOf(list)} />
            {(Object.keys(CHOICES) as Choice[]).map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name={`${name}-${list}`}
                  checked={choices[list] === choice}
                  onChange={() => setChoices({ ...choices, [list]: choice })}
                />
                {CHOICES[choice].label}
              </label>
            ))}
          </fieldset>
        ))}
        <div className={dialog.buttons}>
          <Button variant="default" onClick={saving.settleConflict}>
            Decide later
          </Button>
          <Button
            disabled={conflict.lists.some((list) => choices[list] === undefined)}
            onClick={() => void settle()}
          >
            Save
          </Button>
        </div>
      </div>
    </Modal>
  )
}

export default ConflictDialog
