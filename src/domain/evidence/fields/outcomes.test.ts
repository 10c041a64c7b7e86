import { describe, expect, test } from 'vitest'
import { type Outcome, outcomeOf } from './outcomes.ts'

/** Results as auditors word them. */
const RESULTS: Record<Outcome, readonly string[]> = {
  noException: [
    'No exceptions noted.',
    'No exceptions were noted.',
    'No exception noted',
    'No deviations identified.',
    'No relevant exceptions noted.',
    'No reportable exceptions were identified.',
    'No findings.',
    'None noted.',
    'None.',
    'Nil',
    'Without exception.',
    'No issues noted during testing.',
    'There were no exceptions.',
    'Testing of the control disclosed no exceptions.',
    'Tests of the control revealed no deviations.',
    'The control operated effectively.',
    'Operating effectively.',
    'Pass',
    'Keine Abweichungen festgestellt.',
    'No exceptions noted. The sample covered the whole period.',
  ],
  exception: [
    'Exception noted. For 2 of 25 terminated users, access was removed late.',
    'Exceptions noted: one of forty changes was deployed without approval.',
    'Deviation noted: 1 out of 12 reviews was not performed.',
    'For 1 of 5 new hires sampled, the background check was not completed before the start date.',
    'One of the 15 vendors selected had not been assessed within the year.',
    'Exception: The quarterly access review for Q3 was not performed.',
    'We noted one exception: a firewall rule had no owner.',
    'For three (3) of twenty-five (25) changes, no evidence of testing could be provided.',
    'No exceptions noted for the first two quarters. Exception noted: the review of the third quarter was performed late.',
    'The monthly backup of June 2025 failed and was not repeated.',
    'Control did not operate effectively. 4 of 10 tickets lacked approval.',
    'Fail. 2 of 2 servers were not patched.',
    'Two deviations were identified in a sample of 30.',
    'Per inspection, 3 of 45 laptops did not have disk encryption enabled.',
  ],
  notTested: [
    'The control did not occur during the period.',
    'No occurrences during the period. The operating effectiveness could not be tested.',
    'Not applicable. There were no security incidents during the examination period.',
    'There were no emergency changes during the period; therefore, the control was not tested.',
    'No test of operating effectiveness was performed as no such events took place in the period.',
    'The circumstances that warrant the operation of the control did not occur during the period.',
    'Unable to test, as no disposals took place during the review period.',
    'N/A – no new subprocessors.',
    'Not tested. The annual exercise falls outside the period.',
    'No data breaches were reported during the period under review and therefore no testing was possible.',
  ],
  notUnderstood: [
    'See CC6.1.',
    'Refer to control 4.2 above.',
    'Inspection, inquiry',
    '25 samples',
    'Q1–Q4 2025',
    '',
  ],
}

describe('the result of a test', () => {
  test.each(
    Object.entries(RESULTS).flatMap(([outcome, texts]) =>
      texts.map((text) => [text, outcome] as const),
    ),
  )('“%s” is %s', (text, outcome) => {
    expect(outcomeOf(text)).toBe(outcome)
  })
})
