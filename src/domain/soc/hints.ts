/**
 * Where an answer stands in a SOC report, and what to beware of: one or two sentences, by the
 * section's id or the field's path.
 */
export const SOC_HINTS: Readonly<Record<string, string>> = {
  reviewerInformation:
    'Who reviews on your side, and when the auditor signed: the signature stands at the end of section I.',
  complianceScope:
    'The title page and section I. Beware of what is left out: systems, criteria and months.',
  reportOpinion:
    'Section I, the auditor’s own words. The opinion can be clean while section IV has exceptions.',
  findings:
    'Section IV, the tests and their results, often late in the report. Read the result column of every table.',
  endUserControls:
    'Section III, often near its end. What stands there is your work, not the vendor’s.',
  servicesAndLocations:
    'Section III, the description of the system. What is not named there was not examined.',
  cpaFirm: 'The title page and the signature. Only a licensed firm may issue a SOC report.',
  subserviceOrganizations:
    'Sections I and III. With the carve-out method their controls were not examined here.',
  'reviewerInformation.reviewer':
    'Who answers for this review in your company, not who wrote the report.',
  'reviewerInformation.reportIssueDate':
    'The date under the auditor’s signature, at the end of section I. It comes after the period’s end; a date before it is a mistake.',
  'complianceScope.certification':
    'On the title page. SOC 1 is about financial reporting, SOC 2 about the trust services criteria; SOC 3 is the short version for everyone and shows no tests.',
  'complianceScope.scopeType':
    'In section I. Type 1 looks at the design “as of” one date, type 2 at how controls worked “throughout the period”. A type 1 says nothing about operation.',
  'complianceScope.auditPeriod': 'The one date that a type 1 report speaks of, in section I.',
  'complianceScope.auditPeriodRange':
    'In sections I and II. It should begin where the last report ended; a gap takes a bridge letter, which the vendor writes and no auditor stands behind.',
  'complianceScope.trustServiceCriteria':
    'In the scope sentence of section I. The criteria’s own title always names all five, so read what is in scope; a SOC 2 has at least Security.',
  'reportOpinion.reportOpinion':
    'In section I. “In all material respects” is unqualified, “except for” is qualified. Type 1 reports and section V hold disclaimers that are not the opinion.',
  'reportOpinion.encompassBusinessNeeds':
    'Compare the control objectives or criteria with what you use the vendor for: what the report leaves out, it says nothing about.',
  'reportOpinion.followUpActivity':
    'What you agreed with the vendor, by when. A qualified opinion should always have one.',
  'findings.findings':
    'In section IV: exceptions and deviations with their counts, such as 2 of 25. An unqualified opinion can stand beside them. What could not be tested is no finding; management’s answers are mostly in section V.',
  'findings.hasMaterialImpact':
    'Whether the findings, taken together, touch what you rely on the vendor for.',
  'endUserControls.userControls':
    'In section III, as complementary user entity controls: what the vendor expects its customers to do. Each one is a task of yours, in place or not.',
  'servicesAndLocations.services':
    'In section III. Check that the product you use lies inside the boundary of the system.',
  'servicesAndLocations.locations': 'Offices and data centres that section III names as in scope.',
  'cpaFirm.cpaFirm': 'On the title page and under the signature; the two must agree.',
  'cpaFirm.cpaProcedurePerformed':
    'How you checked the firm: its licence with the state board, its peer review with the AICPA.',
  'subserviceOrganizations.subserviceOrganization':
    'In sections I and III: the vendor’s own vendors that the controls depend on.',
  'subserviceOrganizations.subserviceOrganizationUsingInclusiveMethod':
    'Inclusive: their controls are part of the report. Carve-out: they are left out, and section III lists what is expected of them. Not applicable when there are none.',
  'subserviceOrganizations.subserviceOrganizationProcedurePerformed':
    'How you covered what was carved out, for instance by reading their own reports.',
}
