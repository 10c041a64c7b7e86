import { describe, expect, test } from 'vitest'
import { heading, text } from '../../../testing/reports/sketched-pages.ts'
import { bestOf, readReport } from '../../../testing/reports/sketched-report.ts'

const scoped = (scope: string, front = 'Report on Controls') =>
  readReport({
    front: [heading('Ostrava Ledgers Ltd', 22), heading(front)],
    scope: [text('To the Board of Ostrava Ledgers Ltd:'), text(scope)],
  })

describe('the kind and type of a report', () => {
  test.each([
    ['SOC 1® Type 2', 'SOC_1', 'TYPE_2'],
    ['System and Organization Controls (SOC) 2 Type I', 'SOC_2', 'TYPE_1'],
    ['SOC2 Type II Report', 'SOC_2', 'TYPE_2'],
    ['SOC for Service Organizations: SOC 3', 'SOC_3', 'TYPE_2'],
    ['Type Two SOC-2 Examination', 'SOC_2', 'TYPE_2'],
  ])('“%s” is %s, %s', (title, certification, type) => {
    const reading = readReport({ front: [heading('Ostrava Ledgers Ltd', 22), heading(title)] })
    expect(bestOf(reading, 'certification')).toBe(certification)
    expect(bestOf(reading, 'scopeType')).toBe(type)
  })

  test('ISAE 3402 stands for SOC 1, which has no criteria', () => {
    const reading = scoped(
      'We have been engaged to report on the description of Ostrava Ledgers Ltd (“Ostrava”) of its system for processing customers’ transactions throughout the period 1 January 2025 to 31 December 2025, and on the design and operation of controls related to the control objectives. We conducted our engagement in accordance with ISAE 3402.',
      'ISAE 3402 Type 2 Report',
    )
    expect(reading.kind).toBe('ISAE_3402')
    expect(bestOf(reading, 'certification')).toBe('SOC_1')
    expect(bestOf(reading, 'trustServiceCriteria')).toBeNull()
    expect(bestOf(reading, 'auditPeriodRange')).toEqual({ start: '2025-01-01', end: '2025-12-31' })
  })

  test('a type 1 has a day, and no period', () => {
    const reading = readReport({
      front: [heading('Ostrava Ledgers Ltd', 22), heading('SOC 2 Type 1 Report')],
      scope: [
        text(
          'We have examined the description of the system of Ostrava Ledgers Ltd as at 31 March 2025 and the suitability of the design of controls stated in the description as at 31 March 2025, based on the trust services criteria relevant to security.',
        ),
      ],
      opinion: [
        text(
          'In our opinion, in all material respects, the controls were suitably designed as at 31 March 2025.',
        ),
      ],
      assertion: [text('We assert that controls were suitably designed as at 31 March 2025.')],
    })
    expect(bestOf(reading, 'scopeType')).toBe('TYPE_1')
    expect(bestOf(reading, 'auditPeriod')).toBe('2025-03-31')
    expect(bestOf(reading, 'auditPeriodRange')).toBeNull()
  })
})

const TITLE =
  'set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services Criteria).'
const EXAMINED =
  'We have examined the accompanying description of the system of Ostrava Ledgers Ltd throughout the period 1 July 2024 to 30 June 2025'

describe('the criteria in scope', () => {
  test.each([
    [
      `${EXAMINED}, based on the trust services criteria relevant to security, availability, and confidentiality ${TITLE}`,
      ['SECURITY', 'AVAILABILITY', 'CONFIDENTIALITY'],
    ],
    [`${EXAMINED}, for the Security and Privacy categories ${TITLE}`, ['SECURITY', 'PRIVACY']],
    [
      `${EXAMINED}, based on the criteria for the security, availability and processing integrity principles ${TITLE}`,
      ['SECURITY', 'AVAILABILITY', 'PROCESSING_INTEGRITY'],
    ],
    [
      `${EXAMINED}, based on the trust services criteria relevant to Security ${TITLE}`,
      ['SECURITY'],
    ],
    [
      `${EXAMINED}, based on the trust services criteria relevant to security, availability, processing integrity, confidentiality and privacy ${TITLE}`,
      ['SECURITY', 'AVAILABILITY', 'PROCESSING_INTEGRITY', 'CONFIDENTIALITY', 'PRIVACY'],
    ],
  ])('are not those of the criteria’s title: “%s”', (scope, criteria) => {
    expect(bestOf(scoped(scope, 'SOC 2 Type 2'), 'trustServiceCriteria')).toEqual(criteria)
  })
})

describe('the date of the report', () => {
  const signed = (...lines: string[]) =>
    readReport({ signature: [text('Halloran Pike LLP'), ...lines.map((line) => text(line))] })

  test.each([
    [['Leeds', '4 September 2025'], '2025-09-04'],
    [['September 4, 2025'], '2025-09-04'],
    [['Berlin, den 4. September 2025'], '2025-09-04'],
    [['Date: 04.09.2025'], '2025-09-04'],
    [['Leeds, United Kingdom', 'Dated 4th September 2025'], '2025-09-04'],
    [['Denver, Colorado September 4, 2025'], '2025-09-04'],
  ])('%j is %s', (lines, day) => {
    expect(bestOf(signed(...lines), 'reportIssueDate')).toBe(day)
  })

  test('it is not the date of the assertion, nor one before the period’s end', () => {
    expect(bestOf(signed('Leeds'), 'reportIssueDate')).toBeNull()
    expect(bestOf(signed('30 May 2025'), 'reportIssueDate')).toBeNull()
  })
})

describe('the opinion', () => {
  const opinion = (...lines: string[]) => {
    const [title = '', ...paragraphs] = lines
    return bestOf(
      readReport({ opinion: [heading(title, 12), ...paragraphs.map((line) => text(line))] }),
      'reportOpinion',
    )
  }

  test.each([
    [
      'UNQUALIFIED',
      [
        'Opinion',
        'In our opinion, in all material respects, the controls operated effectively throughout the period.',
        'We do not express an opinion on the information in section V.',
      ],
    ],
    [
      'UNQUALIFIED',
      [
        'Unqualified Opinion',
        'In our opinion, in all material respects, the description fairly presents the system.',
      ],
    ],
    [
      'QUALIFIED',
      [
        'Qualified Opinion',
        'In our opinion, except for the matter referred to in the preceding paragraph, in all material respects, the controls operated effectively.',
      ],
    ],
    [
      'QUALIFIED',
      [
        'Opinion',
        'In our opinion, with the exception of the matter described above, the controls operated effectively, in all material respects.',
      ],
    ],
    [
      'QUALIFIED',
      [
        'Opinion',
        'Except for the effects of the matter described above, in our opinion the controls operated effectively, in all material respects.',
      ],
    ],
    [
      'ADVERSE',
      [
        'Adverse Opinion',
        'In our opinion, because of the significance of the matter described above, the controls were not suitably designed.',
      ],
    ],
    [
      'DISCLAIMER',
      [
        'Disclaimer of Opinion',
        'Because of the significance of the matter described above, we have not been able to obtain sufficient appropriate evidence. Accordingly, we do not express an opinion on the description.',
      ],
    ],
    [
      'DISCLAIMER',
      [
        'Opinion',
        'We were unable to obtain sufficient evidence about the controls, and accordingly we do not express an opinion.',
      ],
    ],
  ])('is %s: %j', (value, lines) => {
    expect(opinion(...lines)).toBe(value)
  })
})
