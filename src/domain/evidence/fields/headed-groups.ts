import type { Block } from '../layout/layout.ts'
import { type ReportTexts, TOPIC } from './report-texts.ts'

/** What stands in the description under one heading. */
export interface HeadedGroup {
  blocks: Block[]
}

/** Headings whose sizes differ less, in points, stand on one level. */
const SAME_SIZE = 0.3

/**
 * Groups the description by its headings about a topic. A heading of the same level or of another topic
 * ends a group; those of its parts do not.
 * @param isAbout whether a heading is about the topic
 * @param isPart whether a heading is an entry of the group itself, such as the name of a city
 * @returns groups that hold something
 */
export const groupsUnder = (
  report: ReportTexts,
  isAbout: (heading: string) => boolean,
  isPart: (heading: string) => boolean = () => false,
): HeadedGroup[] => {
  const groups: HeadedGroup[] = []
  let open: { group: HeadedGroup; size: number } | null = null
  for (const block of report.blocks) {
    if (block.section !== 'description') {
      open = null
      continue
    }
    if (block.kind === 'heading' && !isPart(block.passage.text)) {
      const { text } = block.passage
      const isOnLevel: boolean = open === null || block.size >= open.size - SAME_SIZE
      if (isOnLevel && isAbout(text)) {
        open = { group: { blocks: [] }, size: block.size }
        groups.push(open.group)
        continue
      }
      if (isOnLevel || TOPIC.test(text)) open = null
    }
    open?.group.blocks.push(block)
  }
  return groups.filter(({ blocks }) => blocks.length > 0)
}
