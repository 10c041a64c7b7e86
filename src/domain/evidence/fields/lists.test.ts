import { describe, expect, test } from 'vitest'
import { heading, item, type Sketch, table, text } from '../../../testing/reports/sketched-pages.ts'
import { readReport, valuesOf } from '../../../testing/reports/sketched-report.ts'

const names = (values: readonly unknown[]) =>
  values.map((value) => (value as { name: string }).name)

describe('user controls', () => {
  const controls = (...description: Sketch[]) =>
    readReport({ description: [text('Ostrava Ledgers Ltd keeps books.'), ...description] })
  const descriptions = (reading: ReturnType<typeof readReport>) =>
    valuesOf(reading, 'userControls').map((value) => (value as { description: string }).description)

  test('in a table by criterion, whatever column they stand in', () => {
    const reading = controls(
      heading('Complementary User Entity Controls (CUECs)', 12),
      text('The following controls should be in place at user entities.'),
      table(
        [72, 160],
        ['Criteria', 'Complementary User Entity Control'],
        [
          [
            'CC6.1',
            'User entities are responsible for managing the accounts of their own users in the portal.',
          ],
          [
            'CC6.2',
            'Access of leavers is removed from the portal by the user entity without delay.',
          ],
        ],
      ),
    )
    expect(descriptions(reading)).toEqual([
      'User entities are responsible for managing the accounts of their own users in the portal.',
      'Access of leavers is removed from the portal by the user entity without delay.',
    ])
  })

  test('as items after a sentence that they complete, and those that are numbered with a hole', () => {
    const reading = controls(
      heading('User Entity Responsibilities', 12),
      text('User entities are responsible for:'),
      item('Keeping passwords secret.', '1.'),
      item('Reviewing their users at least quarterly.', '2.'),
      item('Reporting incidents to the service desk.', '4.'),
      heading('Changes to the System', 12),
      item('There were no changes.'),
    )
    expect(descriptions(reading)).toEqual([
      'Keeping passwords secret.',
      'Reviewing their users at least quarterly.',
      'Reporting incidents to the service desk.',
    ])
    expect(reading.balance.userControls).toEqual({
      read: 3,
      numbers: { first: 1, last: 4, missing: [3] },
    })
  })

  test('in the text of a service, without a section of their own', () => {
    const reading = controls(
      heading('Invoice Scanning', 12),
      text(
        'Invoices are scanned each day. User entities are responsible for sending legible invoices. It is the customer’s responsibility to check the amounts. The scans are kept for ten years.',
      ),
    )
    expect(descriptions(reading)).toEqual([
      'User entities are responsible for sending legible invoices.',
      'It is the customer’s responsibility to check the amounts.',
    ])
  })

  test('those of subservice organizations are none', () => {
    const reading = controls(
      heading('Complementary Subservice Organization Controls', 12),
      item('Bluefin Cloud is responsible for physical security.'),
    )
    expect(descriptions(reading)).toEqual([])
  })
})

describe('services and locations', () => {
  test.each([
    [
      [
        heading('Services Provided', 12),
        item('Acme Ledger – keeps journals.'),
        item('Acme Payables – pays invoices.'),
        text('Acme Tax is not in scope.'),
      ],
      ['Acme Ledger', 'Acme Payables'],
    ],
    [
      [
        heading('Scope of Services', 12),
        table(
          [72, 240],
          ['Service', 'Description'],
          [
            ['Acme Ledger', 'Keeps journals of firms.'],
            ['Acme Payables', 'Pays their invoices.'],
          ],
        ),
      ],
      ['Acme Ledger', 'Acme Payables'],
    ],
    [
      [
        heading('Overview', 12),
        text('The system comprises Acme Ledger, Acme Payables and Acme Reports.'),
      ],
      ['Acme Ledger', 'Acme Payables', 'Acme Reports'],
    ],
    [
      [
        heading('Products in Scope', 12),
        text(
          'Acme Ledger records journals. Acme Payables pays invoices. Acme Labs is outside the scope of this report.',
        ),
      ],
      ['Acme Ledger', 'Acme Payables'],
    ],
  ])('services %#', (description, expected) => {
    expect(names(valuesOf(readReport({ description }), 'services'))).toEqual(expected)
  })

  test.each([
    [
      [
        heading('Locations', 12),
        item('Headquarters: Denver, Colorado'),
        item('Data center: Frankfurt am Main, Germany'),
      ],
      ['Denver, Colorado', 'Frankfurt am Main, Germany'],
    ],
    [
      [
        heading('Facilities', 12),
        table(
          [72, 200, 330],
          ['City', 'Country', 'Use'],
          [
            ['Gdańsk', 'Poland', 'Development'],
            ['Cork', 'Ireland', 'Support'],
          ],
        ),
      ],
      ['Gdańsk, Poland', 'Cork, Ireland'],
    ],
    [
      [
        heading('Background', 12),
        text(
          'The company was founded in Austin, Texas, and is headquartered in Salt Lake City, Utah.',
        ),
      ],
      ['Salt Lake City, Utah'],
    ],
    [
      [
        heading('Offices', 12),
        text(
          'Work is done in Bristol, England and in Cape Town, South Africa. The office in Perth, Western Australia is not in scope.',
        ),
      ],
      ['Bristol, England', 'Cape Town, South Africa'],
    ],
  ])('locations %#', (description, expected) => {
    const places = valuesOf(readReport({ description }), 'locations') as {
      city: string
      stateOrCountry: string
    }[]
    expect(places.map(({ city, stateOrCountry }) => `${city}, ${stateOrCountry}`)).toEqual(expected)
  })
})

describe('findings', () => {
  const found = (...tests: Sketch[]) => {
    const reading = readReport({ tests })
    return {
      total: reading.balance.tests.total,
      findings: valuesOf(reading, 'findings').map(
        (value) => (value as { description: string }).description,
      ),
    }
  }

  test('of a table whose cells wrap, each once, with what was not tested and not understood', () => {
    const head = ['Control', 'Test procedures', 'Results of testing']
    const result = found(
      table([72, 250, 420], head, [
        [
          'Access of leavers is removed within one day of their last day of work.',
          'Inspected tickets of a sample of leavers.',
          'Exception noted. For 2 of 25 leavers selected, access was removed after nine days.',
        ],
        [
          'Reviews of access take place every quarter.',
          'Inspected two reviews.',
          'No exceptions noted.',
        ],
        [
          'Incidents are handled according to the plan.',
          'Inquired of the manager.',
          'No incidents occurred during the period; the control was not tested.',
        ],
        ['Backups are restored each year.', 'Inspected the record.', 'See control 4.2.'],
        [
          'Leavers lose their badges on the last day.',
          'Inspected tickets.',
          'Exception noted. For 2 of 25 leavers selected, access was removed after nine days.',
        ],
      ]),
    )
    expect(result.findings).toEqual([
      'Exception noted. For 2 of 25 leavers selected, access was removed after nine days.',
    ])
    expect(result.total).toEqual({ noException: 1, exception: 2, notTested: 1, notUnderstood: 1 })
  })

  test('of paragraphs with labels', () => {
    const result = found(
      text('Control 1: Staff sign the code.'),
      text('Test performed: Inspected codes.'),
      text('Test result: No exceptions noted.'),
      text('Control 2: Leavers lose access.'),
      text('Test performed: Inspected tickets.'),
      text('Test result: Exception noted: 1 of 20 leavers kept access for a week.'),
    )
    expect(result.findings).toEqual(['Exception noted: 1 of 20 leavers kept access for a week.'])
    expect(result.total).toMatchObject({ noException: 1, exception: 1 })
  })

  test('not of a legend, and not of the replies of management', () => {
    const reading = readReport({
      tests: [
        text(
          'The phrase “Exception noted” is used where a control did not operate; “No exceptions noted” where it did.',
        ),
        table(
          [72, 250, 420],
          ['Control', 'Test', 'Result'],
          [['Staff sign the code.', 'Inspected codes.', 'No exceptions noted.']],
        ),
      ],
      other: [
        table(
          [72, 300],
          ['Exception', 'Response'],
          [['Exception noted. For 1 of 9 changes approval was missing.', 'It was given later.']],
        ),
      ],
    })
    expect(valuesOf(reading, 'findings')).toEqual([])
    expect(reading.balance.tests.total).toEqual({
      noException: 1,
      exception: 0,
      notTested: 0,
      notUnderstood: 0,
    })
  })
})
