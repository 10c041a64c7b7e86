import '../form-styles.ts'
import { Radio, type RadioProps } from '@mantine/core'
import classes from './choice.module.css'
import { CHOICE_STYLES } from './choice-styles.ts'

/** One answer of several. The group that it stands in has the name of the question. */
export const RadioChoice = (props: RadioProps) => (
  <Radio size="xs" styles={CHOICE_STYLES} classNames={{ radio: classes.box ?? '' }} {...props} />
)
