import { describe, expect, test } from 'vitest'
import { text } from '../../../testing/reports/sketched-pages.ts'
import { bestOf, readReport, valuesOf } from '../../../testing/reports/sketched-report.ts'

const SCOPE =
  'We have examined the description of the bookkeeping system of Ostrava Ledgers Ltd (“Ostrava”) throughout the period 1 July 2024 to 30 June 2025, and the operating effectiveness of its controls, based on the trust services criteria relevant to security.'
const names = (values: readonly unknown[]) =>
  values.map((value) => (value as { name: string }).name)

describe('subservice organizations', () => {
  const used = (...lines: string[]) =>
    readReport({ scope: [text(SCOPE), ...lines.map((line) => text(line))] })

  test.each([
    [
      'Ostrava uses Amazon Web Services, Inc. (“AWS”), a subservice organization, to host its production environment.',
      ['Amazon Web Services, Inc.'],
    ],
    [
      'Ostrava uses Bluefin Cloud for hosting, Corvid Mail for the delivery of messages, and Dunlin Backup for storage of backups (collectively, the “subservice organizations”).',
      ['Bluefin Cloud', 'Corvid Mail', 'Dunlin Backup'],
    ],
    [
      'Ostrava utilizes the following subservice organizations: Bluefin Cloud (hosting) and Corvid Mail (messages).',
      ['Bluefin Cloud', 'Corvid Mail'],
    ],
    [
      'As indicated in the description, Ostrava relies on a subservice organisation, Bluefin Cloud GmbH, for data centre services.',
      ['Bluefin Cloud GmbH'],
    ],
  ])('“%s”', (sentence, expected) => {
    const reading = used(
      sentence,
      'The description does not include the controls of the subservice organizations, and our examination did not extend to them.',
    )
    expect(names(valuesOf(reading, 'subserviceOrganization'))).toEqual(expected)
    expect(bestOf(reading, 'subserviceOrganizationUsingInclusiveMethod')).toBe(false)
  })

  test('with the inclusive method', () => {
    const reading = used(
      'Ostrava uses Bluefin Cloud, a subservice organization, for hosting. The description includes the controls of Bluefin Cloud under the inclusive method.',
    )
    expect(bestOf(reading, 'subserviceOrganizationUsingInclusiveMethod')).toBe(true)
  })

  test('none at all', () => {
    const reading = used('Ostrava does not use any subservice organizations.')
    expect(reading.fields?.subserviceOrganization).toMatchObject({ status: 'none' })
    expect(reading.fields?.subserviceOrganizationUsingInclusiveMethod).toMatchObject({
      status: 'none',
    })
  })
})

describe('the firm', () => {
  test.each([
    [[text('Halloran Pike LLP'), text('Leeds'), text('4 September 2025')], 'Halloran Pike LLP'],
    [
      [
        text('Mazur, Quist & Co., P.C.'),
        text('Certified Public Accountants'),
        text('September 4, 2025'),
      ],
      'Mazur, Quist & Co., P.C.',
    ],
    [
      [
        text('4 September 2025'),
        text('Anders Holm'),
        text('Partner'),
        text('Holm & Vinter Revision ApS, Chartered Accountants'),
      ],
      'Holm & Vinter Revision ApS',
    ],
  ])('at the signature %#', (signature, expected) => {
    expect(bestOf(readReport({ signature }), 'cpaFirm')).toBe(expected)
  })

  test('a firm that audited before is not it', () => {
    const reading = readReport({
      description: [
        text(
          'Until 2022 the examination was performed by Grayle Moss LLP, whose report was unqualified.',
        ),
      ],
    })
    expect(bestOf(reading, 'cpaFirm')).toBe('Halloran Pike LLP')
  })
})
