import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from '../../lib/text.ts'
import { deadlineTone, decisionTone, riskTone, statusTone } from '../tones.ts'
import { VENDOR_IMPACT_LEVELS, VENDOR_PASSWORD_POLICIES, VENDOR_TYPES } from './enums.ts'
import {
  CERTIFICATION_LABELS,
  DECISION_LABELS,
  labelOf,
  NOT_STATED,
  REPORT_OPINION_LABELS,
  REVIEW_STATUS_LABELS,
  REVIEW_TYPE_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
  VENDOR_CATEGORY_LABELS,
  VENDOR_RISK_LABELS,
  VENDOR_STATUS_LABELS,
  wordsOf,
} from './labels.ts'

const SETS: Record<string, Record<string, string>> = {
  CERTIFICATION_LABELS,
  DECISION_LABELS,
  REPORT_OPINION_LABELS,
  REVIEW_STATUS_LABELS,
  REVIEW_TYPE_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
  VENDOR_CATEGORY_LABELS,
  VENDOR_RISK_LABELS,
  VENDOR_STATUS_LABELS,
}
/** Names that every object inherits. */
const strange = fc.oneof(
  fc.string().filter((text) => visibleText(text) !== null),
  fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', 'in_progress', '3'),
)

describe('a label', () => {
  it.each(Object.keys(SETS))('of %s stands for one value only', (name) => {
    const labels = Object.values(SETS[name] ?? {})
    expect(labels.length).toBeGreaterThan(0)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('of a review is the word that the vocabulary gives', () => {
    expect(labelOf(REVIEW_STATUS_LABELS, 'NOT_YET_STARTED')).toBe('Not yet started')
    expect(labelOf(REVIEW_TYPE_LABELS, 'SOC_REPORT')).toBe('SOC report')
    expect(labelOf(DECISION_LABELS, 'APPROVED_WITH_CONDITIONS')).toBe('Approved with conditions')
  })

  it('of a value that is not known is the value as it came', () => {
    fc.assert(
      fc.property(strange, (value) => {
        for (const labels of Object.values(SETS)) {
          const isKnown = Object.keys(labels).includes(value)
          expect(labelOf(labels, value) === value).toBe(!isKnown)
        }
      }),
    )
  })

  it.each([null, undefined, '', '  ', '\u200B'])('of %j says that nothing is stated', (value) => {
    expect(labelOf(DECISION_LABELS, value)).toBe(NOT_STATED)
    expect(wordsOf(value)).toBe(NOT_STATED)
  })
})

describe('a constant', () => {
  it.each([
    ['READ_ONLY', 'Read only'],
    ['SSO', 'SSO'],
    ['LDAP', 'LDAP'],
    ['SCIM', 'SCIM'],
    ['NOT_APPLICABLE', 'Not applicable'],
    ['SOC_2', 'SOC 2'],
    ['SIGNED_NDA', 'Signed NDA'],
    ['Read only', 'Read only'],
    ['3', '3'],
    ['<b>', '<b>'],
  ])('%s reads "%s"', (constant, words) => {
    expect(wordsOf(constant)).toBe(words)
  })
})

it('no label shouts a word, or whispers an abbreviation', () => {
  const sets = [VENDOR_TYPES, VENDOR_IMPACT_LEVELS, VENDOR_PASSWORD_POLICIES]
  const labels = [
    ...Object.values(SETS).flatMap(Object.values<string>),
    ...sets.flat().map(wordsOf),
  ]
  for (const label of labels) {
    expect(label).not.toMatch(/\b(?:Sso|Soc|Ldap|Scim|Iso|Id|Hr|It)\b/)
    for (const word of label.match(/\b[A-Z]{2,}\b/g) ?? [])
      expect(['SOC', 'SSO', 'LDAP', 'SCIM']).toContain(word)
  }
})

describe('a tone', () => {
  it('tells bad from good', () => {
    expect(decisionTone('REJECTED')).toBe('negative')
    expect(decisionTone('APPROVED_WITH_CONDITIONS')).toBe('warning')
    expect(decisionTone('APPROVED')).toBe('positive')
    expect(decisionTone('PENDING')).toBe('neutral')
    expect(statusTone('COMPLETED')).toBe('positive')
    expect(riskTone('HIGH')).toBe('negative')
    expect(riskTone('MODERATE')).toBe('warning')
    expect(deadlineTone({ state: 'overdue', days: -1, text: '' })).toBe('negative')
    expect(deadlineTone({ state: 'due-soon', days: 1, text: '' })).toBe('warning')
    expect(deadlineTone({ state: 'closed', days: -1, text: '' })).toBe('neutral')
  })

  it('says nothing of what it does not know', () => {
    fc.assert(
      fc.property(
        strange.map((value) => value.toLowerCase()),
        (value) => {
          for (const toneOf of [decisionTone, statusTone, riskTone])
            expect(toneOf(value)).toBe('neutral')
        },
      ),
    )
    for (const toneOf of [decisionTone, statusTone, riskTone]) {
      expect(toneOf(null)).toBe('neutral')
      expect(toneOf(undefined)).toBe('neutral')
    }
  })
})
