import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SOC_SECTION_IDS } from '../contract/enums.ts'
import { socFormSchema } from '../contract/soc-form.ts'
import { fieldRefOf, SOC_SECTIONS, type SocSection } from './sections.ts'

const sectionById = (id: string): SocSection => {
  const section = SOC_SECTIONS.find((candidate) => candidate.id === id)
  if (!section) throw new Error(`No section ${id}`)
  return section
}
const cpaFirm = sectionById('cpaFirm')

describe('the sections of the form', () => {
  it('are the eight of the contract, with every field that they hold', () => {
    const { readyToFinalize: _, ...form } = socFormSchema.parse({})
    expect(SOC_SECTIONS.map(({ id }) => id)).toEqual(SOC_SECTION_IDS)
    for (const { id, fields } of SOC_SECTIONS) {
      const { isComplete: _, missingRequiredFields: __, ...values } = form[id]
      expect(fields.map(({ path }) => path)).toEqual(
        Object.keys(values).map((name) => `${id}.${name}`),
      )
    }
  })

  it('have titles of their own', () => {
    expect(SOC_SECTIONS.map(({ title }) => title)).toEqual([
      'Reviewer information',
      'Compliance scope',
      'Report opinion',
      'Findings',
      'End-user controls',
      'Services and locations',
      'CPA firm',
      'Subservice organizations',
    ])
  })

  it.each(SOC_SECTIONS)('$title labels each field differently', ({ fields }) => {
    const labels = fields.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels.every(Boolean)).toBe(true)
  })
})

describe('the place of a field that the service names', () => {
  const everyField = SOC_SECTIONS.flatMap((section) =>
    section.fields.map(({ path, label }) => ({ section, path, label })),
  )

  it.each(everyField)('$path is its own, whichever section reports it', (field) => {
    for (const reportedBy of SOC_SECTIONS)
      expect(fieldRefOf(field.path, reportedBy)).toEqual({
        section: field.section,
        path: field.path,
        label: field.label,
      })
  })

  it.each([
    ['complianceScope.auditPeriodRange.end', 'complianceScope.auditPeriodRange'],
    ['complianceScope.auditPeriod', 'complianceScope.auditPeriod'],
    ['findings.findings[0].description', 'findings.findings'],
    ['servicesAndLocations.locations.0.city', 'servicesAndLocations.locations'],
  ])('%s lies within %s', (path, place) => {
    expect(fieldRefOf(path, cpaFirm).path).toBe(place)
  })

  it.each([
    ['cpaProcedurePerformed', 'cpaFirm.cpaProcedurePerformed'],
    ['socForm.cpaFirm.cpaProcedurePerformed', 'cpaFirm.cpaProcedurePerformed'],
    ['cpaFirm', 'cpaFirm.cpaFirm'],
  ])('%s without its section is looked for in the one that reports it', (path, place) => {
    expect(fieldRefOf(path, cpaFirm)).toMatchObject({ section: cpaFirm, path: place })
  })

  it.each(['attestation.bridgeLetter', 'cpaFirm.licence', 'constructor', 'a b', 'x.'])(
    '%s, which nobody knows, is the section that reports it',
    (path) => {
      expect(fieldRefOf(path, cpaFirm)).toEqual({
        section: cpaFirm,
        path: 'cpaFirm',
        label: path,
      })
    },
  )

  it('always has a section and a name', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom(...SOC_SECTIONS),
        (path, reportedBy) => {
          const place = fieldRefOf(path, reportedBy)
          expect(SOC_SECTIONS).toContain(place.section)
          expect(place.path.startsWith(place.section.id)).toBe(true)
          expect(place.label).not.toBe('')
        },
      ),
    )
  })
})
