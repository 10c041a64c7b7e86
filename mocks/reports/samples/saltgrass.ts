import { PLAIN } from '../layout/look.ts'
import type { Report } from '../report.ts'

const FIRM = 'Underhill Prescott & Associates, LLP'
const PERIOD = 'Feb. 1, 2025 – Jan. 31, 2026'
const PERIOD_LONG = 'February 1, 2025, to January 31, 2026'

const SCOPE = `We have examined management’s assertion, titled “Saltgrass Maps’ Management Assertion,” that the controls within the Saltgrass Location Platform were effective throughout the period ${PERIOD_LONG}, to provide reasonable assurance that Saltgrass Maps, Inc.’s service commitments and system requirements were achieved based on the trust services criteria relevant to security, availability, and privacy (applicable trust services criteria) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.`
const OPINION = `In our opinion, management’s assertion that the controls within the Saltgrass Location Platform were effective throughout the period ${PERIOD_LONG}, to provide reasonable assurance that service commitments and system requirements were achieved based on the applicable trust services criteria is fairly stated, in all material respects.`
const SUBSERVICE =
  'Saltgrass uses Meridian Oak Cloud and Cinderpath CDN, which are subservice organizations, for hosting and delivery.'
const CARVED_OUT =
  'The controls of the subservice organizations were not within the scope of our examination.'
const SERVICES = ['Saltgrass Tiles', 'Saltgrass Routes', 'Saltgrass Geocoder']

/** A SOC 3: short, for everyone, without tests. */
export const saltgrass: Report = {
  name: 'saltgrass-soc3',
  kind: 'soc',
  title: 'Saltgrass Maps SOC 3',
  author: FIRM,
  created: '2026-03-30',
  look: {
    ...PLAIN,
    body: 'liberation',
    heads: 'liberation',
    size: 11,
    leading: 1.4,
    header: ['', '', ''],
    footer: ['Saltgrass Maps, Inc. | SOC 3', '', '{page}'],
    hasLigatures: true,
  },
  text: `
@part labels=none
@space 180
=== SOC 3
== System and Organization Controls Report
= Saltgrass Location Platform
= ${PERIOD}
@space 220
= Saltgrass Maps, Inc.
@part labels=arabic first=2
# Independent Service Auditor’s Report
To the Management of Saltgrass Maps, Inc.
## Scope
${SCOPE}
${SUBSERVICE} ${CARVED_OUT} Complementary controls of user entities were not within the scope either.
## Service organization’s responsibilities
Management is responsible for its assertion, for service commitments and system requirements, and for effective controls within the system.
## Service auditor’s responsibilities
Our responsibility is to express an opinion, based on our examination, on whether management’s assertion is fairly stated, in all material respects. The examination was conducted in accordance with attestation standards established by the American Institute of Certified Public Accountants.
## Inherent limitations
Controls may not prevent, or detect and correct, all errors or omissions.
## Opinion
${OPINION}
@space 16
~ ${FIRM}
~ Sacramento, California
~ Mar. 27, 2026
# Saltgrass Maps’ Management Assertion
We are responsible for effective controls within the Saltgrass Location Platform throughout the period ${PERIOD_LONG}. We assert that they were effective.
~ Mar. 20, 2026
~ Saltgrass Maps, Inc.
# Attachment A: The Boundaries of the System
## Products
- **${SERVICES[0]}** draws maps for web sites and applications.
- **${SERVICES[1]}** computes routes and travel times.
- **${SERVICES[2]}** turns addresses into coordinates.
Saltgrass Survey, which is sold by a subsidiary, does not belong to the system.
## Offices
Engineers work in Eugene, Oregon. Support is given from Tallinn, Estonia, and Wellington, New Zealand.
## Responsibilities of customers
How customers use the platform is their own responsibility; the agreement describes it.
# Attachment B: Principal Service Commitments and System Requirements
- Tiles are available 99.95 % of each month, except for announced maintenance.
- Positions of end users are deleted after 24 hours.
- Incidents are notified within three days.
`,
  facts: {
    reportIssueDate: { value: '2026-03-27', quotes: ['Mar. 27, 2026'] },
    certification: { value: 'SOC_3', quotes: ['SOC 3'] },
    scopeType: { value: 'TYPE_2', quotes: [SCOPE, OPINION], optional: true },
    auditPeriodRange: {
      value: { start: '2025-02-01', end: '2026-01-31' },
      quotes: [PERIOD, SCOPE, OPINION],
    },
    trustServiceCriteria: { value: ['SECURITY', 'AVAILABILITY', 'PRIVACY'], quotes: [SCOPE] },
    reportOpinion: { value: 'UNQUALIFIED', quotes: [OPINION] },
    services: SERVICES.map((text) => ({ text })),
    debatableServices: ['Saltgrass Location Platform'],
    locations: [
      {
        city: 'Eugene',
        stateOrCountry: 'Oregon',
        alternatives: ['OR'],
        quotes: ['Eugene, Oregon'],
      },
      { city: 'Tallinn', stateOrCountry: 'Estonia', quotes: ['Tallinn, Estonia'] },
      { city: 'Wellington', stateOrCountry: 'New Zealand', quotes: ['Wellington, New Zealand'] },
    ],
    cpaFirm: { value: FIRM, quotes: [FIRM] },
    subserviceOrganizations: ['Meridian Oak Cloud', 'Cinderpath CDN'].map((text) => ({
      text,
      quotes: [SUBSERVICE, text],
    })),
    isInclusive: { value: false, quotes: [CARVED_OUT] },
  },
  traps: [
    'No tests, no findings and no list of user controls',
    'Months are abbreviated on the title page and in the signature',
    'The title page names neither the criteria nor the firm',
  ],
}
