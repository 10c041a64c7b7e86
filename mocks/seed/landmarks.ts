/** Records that tests and demonstrations rely on. */
export const LANDMARKS = {
  adaReyes: { id: 101, name: 'Ada Reyes' },

  /** Critical, high risk, with every field filled in, and ten reviews. */
  northwind: { id: 1001, name: 'Northwind Payments' },
  /** A vendor without reviews. */
  quietHarbor: { id: 1002, name: 'Quiet Harbor Stationery' },
  arabicVendor: { id: 1003, name: 'شركة واحة الحلول الرقمية' },
  japaneseVendor: { id: 1004, name: '株式会社みなとデータ' },
  longNameVendor: {
    id: 1005,
    name: 'Consolidated Interregional Records Digitisation, Secure Shredding and Long-Term Archival Storage Cooperative of the Lower Valley Municipalities',
  },

  /** SOC report in progress, 6 of 8 sections complete, due in 4 days, reviewed by Ada Reyes. */
  nearlyFinished: { id: 5001, title: 'SOC 2 2026' },
  /** SOC report, completed and approved, with a note. */
  completed: { id: 5002, title: 'SOC 2 2025' },
  /** SOC report in progress whose form is ready, due in 2 days. */
  readyToFinalize: { id: 5003, title: 'SOC 1 2026' },
  /** Security review in progress, overdue by 3 days. */
  overdue: { id: 5004, title: 'Annual security review 2026' },
  /** Uploaded report, not yet started, without a title. */
  untitled: { id: 5005, title: null },
  /** SOC report in progress with 60 user controls and 25 findings. */
  large: { id: 5006, title: 'SOC 2 2026 platform report' },
  /** SOC report not yet started, its form empty. */
  empty: { id: 5007, title: 'SOC 2 bridge period' },
  /** A review that is not required. */
  notRequired: { id: 5008, title: 'Onboarding questionnaire follow-up' },
} as const

/** What {@link LANDMARKS}.nearlyFinished still lacks. */
export const NEARLY_FINISHED_MISSING = [
  'reportOpinion.reportOpinion',
  'reportOpinion.encompassBusinessNeeds',
  'findings.hasMaterialImpact',
] as const

export const VENDOR_COUNT = 40
export const REVIEW_COUNT = 160
export const LARGE_USER_CONTROL_COUNT = 60
export const LARGE_FINDING_COUNT = 25
export const MANY_VENDOR_COUNT = 400
export const MANY_REVIEW_COUNT = 10_000
