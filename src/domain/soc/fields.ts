import {
  CERTIFICATIONS,
  LIMITS,
  REPORT_OPINIONS,
  SCOPE_TYPES,
  type SocSectionId,
  TRUST_SERVICE_CRITERIA,
} from '../contract/enums.ts'
import {
  CERTIFICATION_LABELS,
  REPORT_OPINION_LABELS,
  SCOPE_TYPE_LABELS,
  TRUST_SERVICE_CRITERION_LABELS,
} from '../contract/labels.ts'
import { type FieldEntry, isBlank } from './field-kinds.ts'

/**
 * Every field of the SOC form, once, in the order of the form. Reading answers, checking what may
 * be sent, the blank form, what is missing, and the fields and values on the screen all use this
 * table.
 */
export const SOC_FORM = {
  reviewerInformation: {
    title: 'Reviewer information',
    hint: 'Who reviews on your side, and when the auditor signed: the signature stands at the end of section I.',
    fields: {
      reviewer: {
        kind: 'person',
        label: 'Reviewer',
        hint: 'Who answers for this review in your company, not who wrote the report.',
        isRequired: true,
        sentAs: 'reviewerUserId',
      },
      reportIssueDate: {
        kind: 'day',
        label: 'Report issue date',
        hint: 'The date under the auditor’s signature, at the end of section I. It comes after the period’s end; a date before it is a mistake.',
        isRequired: true,
        isPast: true,
      },
    },
  },
  complianceScope: {
    title: 'Compliance scope',
    hint: 'The title page and section I. Beware of what is left out: systems, criteria and months.',
    // The period depends on the scope type, the criteria on the certification: contract, point 3.
    fields: {
      certification: {
        kind: 'choice',
        label: 'Certification',
        hint: 'On the title page. SOC 1 is about financial reporting, SOC 2 about the trust services criteria; SOC 3 is the short version for everyone and shows no tests.',
        isRequired: true,
        options: CERTIFICATIONS,
        labels: CERTIFICATION_LABELS,
      },
      scopeType: {
        kind: 'choice',
        label: 'Scope type',
        hint: 'In section I. Type 1 looks at the design “as of” one date, type 2 at how controls worked “throughout the period”. A type 1 says nothing about operation.',
        isRequired: true,
        options: SCOPE_TYPES,
        labels: SCOPE_TYPE_LABELS,
      },
      auditPeriod: {
        kind: 'day',
        label: 'Audit date',
        hint: 'The single date that a type 1 report covers, in section I.',
        isRequired: true,
        appliesWhen: ({ scopeType }) => scopeType === 'TYPE_1',
        isForeignWhen: ({ scopeType }) => scopeType === 'TYPE_2',
      },
      auditPeriodRange: {
        kind: 'range',
        label: 'Audit period',
        hint: 'In sections I and II. It should begin where the last report ended; a gap needs a bridge letter, which comes from the vendor and is not audited.',
        isRequired: true,
        appliesWhen: ({ scopeType }) => scopeType === 'TYPE_2',
        isForeignWhen: ({ scopeType }) => scopeType === 'TYPE_1',
      },
      trustServiceCriteria: {
        kind: 'set',
        label: 'Trust service criteria',
        hint: 'In the scope sentence of section I. The criteria’s own title always names all five, so read what is in scope; a SOC 2 has at least Security.',
        isRequired: true,
        appliesWhen: ({ certification }) => certification !== 'SOC_1' && certification !== 'SOC_3',
        options: TRUST_SERVICE_CRITERIA,
        labels: TRUST_SERVICE_CRITERION_LABELS,
      },
    },
  },
  reportOpinion: {
    title: 'Report opinion',
    hint: 'Section I, the auditor’s own words. The opinion can be clean while section IV has exceptions.',
    fields: {
      reportOpinion: {
        kind: 'choice',
        label: 'Report opinion',
        hint: 'In section I. “In all material respects” is unqualified, “except for” is qualified. Type 1 reports and section V hold disclaimers that are not the opinion.',
        isRequired: true,
        options: REPORT_OPINIONS,
        labels: REPORT_OPINION_LABELS,
      },
      encompassBusinessNeeds: {
        kind: 'yes-no',
        label: 'Control objectives encompass business needs',
        hint: 'Compare the control objectives or criteria with what you use the vendor for: what the report leaves out, it says nothing about.',
        isRequired: true,
      },
      followUpActivity: {
        kind: 'text',
        label: 'Follow-up activity',
        hint: 'What you agreed with the vendor, and by when. A qualified opinion should always have one.',
        limit: LIMITS.longText,
        remark: {
          text: 'The opinion is qualified: write down the follow-up, with whom and by when.',
          when: ({ reportOpinion }) => reportOpinion === 'QUALIFIED',
        },
      },
    },
  },
  findings: {
    title: 'Findings',
    hint: 'Section IV, the tests and their results, often late in the report. Read the result column of every table.',
    fields: {
      findings: {
        kind: 'list',
        label: 'Findings',
        hint: 'In section IV: exceptions and deviations with their counts, such as 2 of 25. An unqualified opinion can stand beside them. What could not be tested is not a finding; management’s responses are mostly in section V.',
        noun: 'finding',
        plural: 'findings',
        texts: { description: { label: 'Finding', limit: LIMITS.longText } },
        unnamed: 'No description',
      },
      hasMaterialImpact: {
        kind: 'yes-no',
        label: 'Material impact',
        hint: 'Whether the findings, taken together, touch what you rely on the vendor for.',
        isRequired: true,
        appliesWhen: ({ findings, hasMaterialImpact }) =>
          (Array.isArray(findings) && findings.length > 0) || hasMaterialImpact !== null,
      },
    },
  },
  endUserControls: {
    title: 'End-user controls',
    hint: 'Section III, often near its end. What it lists is your work, not the vendor’s.',
    fields: {
      // A few reports have no complementary user entity controls.
      userControls: {
        kind: 'list',
        label: 'User controls',
        hint: 'In section III, as complementary user entity controls: what the vendor expects its customers to do. Each one is your task, in place or not.',
        noun: 'user control',
        plural: 'user controls',
        texts: { description: { label: 'User control', limit: LIMITS.longText } },
        hasInPlace: true,
        unnamed: 'No description',
      },
    },
  },
  servicesAndLocations: {
    title: 'Services and locations',
    hint: 'Section III, the description of the system. What is not named there was not examined.',
    fields: {
      services: {
        kind: 'list',
        label: 'Services',
        hint: 'In section III. Check that the product you use lies inside the boundary of the system.',
        isRequired: true,
        noun: 'service',
        plural: 'services',
        texts: { name: { label: 'Service', limit: LIMITS.longText } },
        isSingleLine: true,
        unnamed: 'No name',
      },
      locations: {
        kind: 'list',
        label: 'Locations',
        hint: 'Offices and data centers that section III names as in scope.',
        isRequired: true,
        noun: 'location',
        plural: 'locations',
        texts: {
          city: { label: 'City', limit: LIMITS.shortText },
          stateOrCountry: { label: 'State or country', limit: LIMITS.shortText },
        },
        isSingleLine: true,
        unnamed: 'No name',
      },
    },
  },
  cpaFirm: {
    title: 'CPA firm',
    hint: 'The title page and the signature. Only a licensed firm may issue a SOC report.',
    fields: {
      cpaFirm: {
        kind: 'line',
        label: 'CPA firm',
        hint: 'On the title page and under the signature; the two must agree.',
        isRequired: true,
        limit: LIMITS.shortText,
      },
      cpaProcedurePerformed: {
        kind: 'text',
        label: 'Procedure performed',
        hint: 'How you checked the firm: its license with the state board, its peer review with the AICPA.',
        isRequired: true,
        limit: LIMITS.longText,
      },
    },
  },
  subserviceOrganizations: {
    title: 'Subservice organizations',
    hint: 'Sections I and III. With the carve-out method their controls were not examined here.',
    fields: {
      subserviceOrganization: {
        kind: 'text',
        label: 'Subservice organization',
        hint: 'In sections I and III: the vendor’s own vendors that the controls depend on.',
        limit: LIMITS.longText,
        none: 'None named',
      },
      subserviceOrganizationUsingInclusiveMethod: {
        kind: 'yes-no',
        label: 'Inclusive method',
        hint: 'Inclusive: their controls are part of the report. Carve-out: they are left out, and section III lists what is expected of them. Not applicable when there are none.',
        none: 'Not applicable',
      },
      subserviceOrganizationProcedurePerformed: {
        kind: 'text',
        label: 'Procedure performed',
        hint: 'How you covered what was carved out, for instance by reading their own reports.',
        isRequired: ({ subserviceOrganization }) => !isBlank(subserviceOrganization),
        limit: LIMITS.longText,
      },
    },
  },
} as const satisfies Record<
  SocSectionId,
  { title: string; hint: string; fields: Record<string, FieldEntry> }
>
