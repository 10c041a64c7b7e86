import '../form-styles.ts'
import { Checkbox, type CheckboxProps } from '@mantine/core'
import classes from './choice.module.css'
import { CHOICE_STYLES } from './choice-styles.ts'

/** An answer that is yes or no, or one of any number of answers. */
export const CheckBox = (props: CheckboxProps) => (
  <Checkbox size="xs" styles={CHOICE_STYLES} classNames={{ input: classes.box ?? '' }} {...props} />
)
