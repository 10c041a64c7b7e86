/** Sentences as they stand in SOC reports, so that the forms look real. All firms are invented. */

/** Section IV: exceptions, with their counts. */
export const FINDINGS: readonly string[] = [
  'CC6.2 – Access of terminated employees: for 2 of 25 sampled terminations, access to the production console was removed 6 and 11 business days after the termination date; the policy requires 1 business day.',
  'CC8.1 – Change management: for 1 of 40 sampled changes to the ledger service, no evidence of peer review before deployment was retained.',
  'CC6.3 – User access review: the review for the second quarter was completed 23 days after the end of the quarter; for 3 of 60 sampled accounts the requested change was not made.',
  'CC7.1 – Vulnerability management: 4 of 30 sampled critical vulnerabilities were remediated after the 30 days that the policy allows, the oldest after 71 days.',
  'CC1.4 – Security awareness training: for 3 of 45 sampled new hires, training was completed later than 30 days after the start date.',
  'A1.2 – Backup restoration: the restoration test planned for the fourth quarter was not performed.',
  'CC6.1 – Multi-factor authentication: 1 of 15 sampled administrator accounts of the build system was not enrolled for 47 days.',
  'CC7.4 – Incident response: for 1 of 6 sampled incidents, the post-incident review was not documented within 10 business days.',
  'CC9.2 – Vendor management: for 2 of 8 sampled critical vendors, no annual risk assessment was on file.',
  'CC6.7 – Removable media: encryption was not enforced on 2 of 35 sampled laptops.',
  'CC2.2 – Acknowledgement of policies: 5 of 50 sampled employees had not acknowledged the acceptable use policy.',
  'C1.2 – Disposal: for 1 of 10 sampled customer offboardings, the certificate of deletion was issued 19 days late.',
  'CC5.2 – Background checks: for 1 of 25 sampled new hires, the check was completed after the start date.',
]

const FINDING_CONTROLS = [
  'CC6.6 – Firewall rule review',
  'CC7.2 – Alert triage',
  'CC3.2 – Risk assessment',
  'PI1.3 – Reconciliation of batch totals',
]
const FINDING_REGIONS = ['EU region', 'US region', 'APAC region']

/** Twelve more, one for each control and region, for the report that has 25. */
export const MORE_FINDINGS: readonly string[] = FINDING_CONTROLS.flatMap((control, row) =>
  FINDING_REGIONS.map(
    (region, column) =>
      `${control} (${region}): evidence was missing for ${1 + ((row + column) % 3)} of ${20 + row * 5} sampled instances.`,
  ),
)

/** Section III: complementary user entity controls. */
export const USER_CONTROLS: readonly string[] = [
  'User entities are responsible for authorising, creating and removing the access of their own users to the service.',
  'User entities are responsible for requiring multi-factor authentication through their identity provider.',
  'User entities are responsible for reviewing the roles of their users at least quarterly.',
  'User entities are responsible for keeping API keys confidential and for rotating them when staff leave.',
  'User entities are responsible for notifying the service organization without delay of a suspected compromise of their accounts.',
  'User entities are responsible for the accuracy and completeness of the data that they submit.',
  'User entities are responsible for reviewing exception and reconciliation reports and for resolving differences.',
  'User entities are responsible for restricting the network addresses from which the administration console can be reached.',
  'User entities are responsible for testing changes in their own environment before they enable them for their users.',
  'User entities are responsible for their own business continuity plan in case the service is unavailable.',
  'User entities are responsible for configuring retention periods according to their legal obligations.',
  'User entities are responsible for the security of workstations from which the service is used.',
  'User entities are responsible for forwarding audit logs to their own monitoring where they need alerts.',
  'User entities are responsible for naming security contacts and keeping them current.',
  'User entities are responsible for classifying data before it is uploaded.',
  'User entities are responsible for reading release notes and notices of subprocessor changes.',
  'User entities are responsible for approving payment files before the cut-off time.',
  'User entities are responsible for segregating duties between preparing and approving transactions.',
  'User entities are responsible for encrypting files that are exchanged outside the service.',
  'User entities are responsible for confirming that exports are deleted when they are no longer needed.',
]

const CONTROL_VERBS = [
  'reviewing access to',
  'approving changes to',
  'monitoring failed sign-ins to',
  'documenting exceptions in',
  'backing up their configuration of',
  'testing the recovery of',
  'restricting administrators of',
  'reconciling the output of',
]
const CONTROL_OBJECTS = [
  'the settlement console',
  'the reporting workspace',
  'the file exchange',
  'the webhook endpoints',
  'the sandbox environment',
]

/** Forty more, for the report that has 60. */
export const MORE_USER_CONTROLS: readonly string[] = CONTROL_OBJECTS.flatMap((object) =>
  CONTROL_VERBS.map((verb) => `User entities are responsible for ${verb} ${object}.`),
)

export const SERVICES: readonly string[] = [
  'Payment processing platform',
  'Settlement and reconciliation',
  'Customer administration console',
  'Public REST API and webhooks',
  'Reporting and data export',
  'Managed file transfer',
  'Identity verification',
  'Mobile application',
]
export const LOCATIONS: readonly { city: string; stateOrCountry: string }[] = [
  { city: 'Dublin', stateOrCountry: 'Ireland' },
  { city: 'Columbus', stateOrCountry: 'Ohio' },
  { city: 'Frankfurt am Main', stateOrCountry: 'Germany' },
  { city: 'Singapore', stateOrCountry: 'Singapore' },
  { city: 'Montréal', stateOrCountry: 'Québec' },
  { city: 'Boise', stateOrCountry: 'Idaho' },
]
export const CPA_FIRMS: readonly string[] = [
  'Thornbury Vale Assurance LLP',
  'Pell, Okafor & Strand CPAs',
  'Ashgrove Attest Partners, P.C.',
  'Kestrel Ridge Certified Public Accountants LLC',
]
export const CPA_PROCEDURES: readonly string[] = [
  'Licence confirmed with the state board of accountancy; the latest peer review report, rating "pass", read in the public file of the AICPA.',
  'Firm found in the AICPA peer review directory; licence number matched the signature at the end of section I.',
]
export const SUBSERVICE_ORGANIZATIONS: readonly string[] = [
  'Stratofern Cloud (hosting); Copperline Mail (transactional e-mail)',
  'Basalt Hosting AG (data centre colocation)',
  'Stratofern Cloud (hosting)',
]
export const SUBSERVICE_PROCEDURES: readonly string[] = [
  'Carve-out: read the current SOC 2 type 2 report of the hosting provider and matched its controls to the CSOCs in section III; no gaps.',
  'Inclusive method: the controls of the provider were tested by the same auditor; results read in section IV.',
]
export const FOLLOW_UPS: readonly string[] = [
  'Asked the vendor for the remediation plan of the two access findings; answer expected before the renewal.',
  'Bridge letter requested for the months since the end of the period.',
  'The qualification concerns logical access; management states in section V that removal was automated after the period. To be confirmed in the next report.',
]
export const NOTES: readonly string[] = [
  'Opinion unqualified; the exceptions do not touch the services we use.',
  'Approved for one year. Access to production data stays limited to the integration account.',
  'Conditions: multi-factor authentication for all administrators, and a bridge letter until the next report.',
  'Rejected: no report covers the product we would use, and the vendor could not say when one will.',
  'Answers complete. Penetration test summary dated less than a year ago was read.',
]
