/** The parts of a report, whatever their numbers are. */
export type Section = 'front' | 'auditor' | 'assertion' | 'description' | 'tests' | 'other'

/** The first pattern that fits a heading counts. */
const TITLES: readonly (readonly [RegExp, Section])[] = [
  [
    /\bother information\b|\bunaudited\b|not covered by|did not examine|\bnot examined\b|\bremarks\b|\bsupplement(?:al|ary) information|^(?:section \S+\W+)?additional information|information (?:supplied|provided|furnished) by(?! (?:the )?(?:independent |service )*(?:auditor|practitioner))|management.{0,3}s? (?:responses?|repl(?:y|ies)|comments)|(?:responses?|repl(?:y|ies)) (?:of|by|from) (?:the )?management/i,
    'other',
  ],
  [
    /tests? of (?:the )?(?:operating effectiveness|controls|design)|results? of (?:the )?(?:tests?|testing|procedures)|related controls|controls?,? (?:tests|testing|and (?:tests|results))|(?:criteria|objectives)(?:,| and) (?:related )?controls|testing (?:matrix|matrices|performed)|information (?:provided|supplied) by (?:the )?(?:independent |service )*(?:auditor|practitioner)|(?:service )?auditor.{0,3}s? (?:tests|testing)|description of (?:the )?(?:auditor.{0,3}s? )?tests|control (?:activities|objectives|matrix)(?: and| with) (?:test|results)|test procedures|controls? and (?:what we|our|the auditor|results|outcomes?|findings)|what we (?:tested|found|did)|(?:tests?|testing),? and results|controls and tests|results of (?:our|the) (?:work|examination)/i,
    'tests',
  ],
  [
    /\bassertion\b|\bassertions\b|(?:management|directors|board|service organi[sz]ation).{0,3}s? (?:written )?(?:statement|representation)|statement (?:by|of|from) (?:the )?(?:\w+ )?(?:management|directors|board|service)|erklärung der/i,
    'assertion',
  ],
  [
    /(?:auditor|accountant|practitioner|assurance|examination)s?.{0,3}(?:s.)? ?(?:assurance |examination |audit )?report|report (?:of|by|from) (?:the )?(?:independent|service auditor)|assurance report|auditor.{0,3}s? opinion|independent (?:service )?(?:auditor|practitioner|accountant)|opinion of the (?:independent|service)/i,
    'auditor',
  ],
  [
    /\bdescription\b|system (?:overview|narrative)|overview of (?:the )?(?:system|operations|company|business|services)|boundaries of/i,
    'description',
  ],
]

const NUMBERED =
  /^(?:section|part|attachment|appendix|chapter|exhibit)\s+\S+|^(?:[IVX]{1,4}|[A-F]|[1-6])[.)\s:–—-]+\s*\p{Lu}/u

/**
 * The section that a heading begins.
 * @param title the heading's text
 * @param isLarge whether it is among the largest headings of the report
 * @returns null where it begins none
 */
export const sectionOf = (title: string, isLarge: boolean): Section | null => {
  if (!isLarge && !NUMBERED.test(title)) return null
  return TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? null
}
