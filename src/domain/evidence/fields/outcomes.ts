/** What the result of a test says. */
export type Outcome = 'noException' | 'exception' | 'notTested' | 'notUnderstood'

const THING =
  '(?:exceptions?|deviations?|findings?|issues?|discrepanc(?:y|ies)|anomal(?:y|ies)|errors?|differences?|deficienc(?:y|ies)|weaknesses|matters?|irregularit(?:y|ies)|non-?conformit(?:y|ies)|variances?|failures?)'
const NO_EXCEPTION = new RegExp(
  `^(?:(?:conclusion|result|outcome)s?:?\\s*)?(?:no (?:\\w+[\\s-]){0,2}?${THING}\\b|without (?:\\w+ )?${THING}|none\\b|nil\\b|there (?:were|was) no (?:\\w+ )?${THING}|we (?:noted|identified|found) no (?:\\w+ )?${THING}|(?:test(?:s|ing)? )?(?:of the control )?(?:did not|revealed no|identified no|disclosed no|showed no|found no)[^.]{0,40}${THING}|satisfactory\\b|pass(?:ed)?\\b|(?:the )?control (?:is |was )?(?:operat(?:ed|ing) )?effective(?:ly)?\\b|operat(?:ed|ing) effectively|effective\\b|in order\\b|as described\\b|(?:keine|ohne) (?:abweichung|feststellung|beanstandung))`,
  'i',
)
const SOME_NO_EXCEPTION = new RegExp(
  `\\bno (?:\\w+ )?${THING} (?:was|were|have been)?\\s*(?:noted|identified|found)`,
  'i',
)
const NOT_TESTED =
  /\b(?:did not occur|no occurrences?|not tested|could not be tested|cannot be tested|unable to (?:be )?test(?:ed)?|not able to test|no test(?:s|ing)?(?: of [^.]{0,50})? (?:was|were|could be|is)?\s*(?:performed|carried out|conducted|possible)|nothing to test|did not operate (?:during|in|within|and)|no (?:[\w-]+\s){0,7}?(?:occurred|took place|arose|happened|reached|were (?:made|reported|identified|required|performed|received|processed|submitted|requested|raised|declared|initiated|deployed)|was (?:made|reported|required|performed|declared|initiated))[^.]{0,60}(?:during|within|in|throughout|over) (?:the )?(?:\w+[\s-]){0,3}?(?:period|months|year|examination|audit)|there (?:were|was) no (?:[\w-]+\s){1,7}(?:during|within|in|throughout|over) the (?:\w+[\s-]){0,3}?(?:period|months|year)|did not (?:occur|take place|arise|happen)|not applicable|^n\/a\b|no population|population (?:was|of|is) (?:zero|nil|empty|none)|not operat(?:e|ed|ing) during|fell outside|outside (?:of )?the (?:examination |audit |review )?period|circumstances that (?:would )?(?:warrant|require|trigger)\w* the (?:operation|control)|no instances|not performed during the)\b/i
const STARTS_AS_EXCEPTION =
  /^(?:["“]?\s*)?(?:(?:results?|conclusion|outcome)s?:\s*)?(?:\(?\d+\)?\s*)?(?:(?:qualified|control|test|testing|an?|one|two|three|four|five|\d+)\s+)?(?:exceptions?|deviations?|findings?|issues?|discrepanc(?:y|ies)|non-?conformit(?:y|ies)|failures?|failed|ineffective|not effective|partially|abweichung)\b/i
const NOTED = new RegExp(
  `\\b(?:we|auditors?) (?:noted|identified|found|observed) (?:an? |one |two |three |\\d+ |the following )?(?:\\w+ )?${THING}|\\bwhich (?:is|are|was|were) (?:an? )?${THING}|\\b${THING} (?:was|were|is|are|has been|have been)?\\s*(?:noted|identified|found|observed|detected|disclosed)|\\bwith (?:the following |an |one |\\d+ )?exceptions?\\b|\\bwith the exception of\\b|\\bexcept(?:ion)? (?:for|that)\\b`,
  'i',
)
const COUNT =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?) (?:\(\d+\) )?(?:out )?of (?:the |a sample of |a total of )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)\b/i
const FAULT =
  /\b(?:was|were|had|has|have|did|could|does|is|are)\s+(?:been\s+)?(?:not|never|no longer|no)\b|\b(?:failed|failure|missing|lacked|lacking|absent|late|overdue|untimely|without (?:approval|evidence|authori[sz]ation|a |an |the |being|documented)|exceeded|exceeding|unauthori[sz]ed|unapproved|incomplete|incorrect|retained access|remained active|not (?:revoked|removed|disabled|performed|completed|documented|approved|evidenced|retained|available|provided|reviewed|updated|timely|signed|tested)|after (?:the )?(?:\w+ )?(?:deadline|due date|termination|payment|release))\b|\b(?:days|weeks|months) (?:after|late|past|beyond)|\b(?:no|not) (?:\w+ )?(?:evidence|record|approval|form|ticket|entry|documentation)\b/i
const REFERENCE =
  /^(?:see|refer to|same as|tested (?:with|under|in|together)|covered (?:by|under)|cf\.)\b/i

/**
 * Reads a paragraph of results, which may tell of several tests.
 * @param sentences the sentences of the paragraph
 */
export const outcomeOfSentences = (sentences: readonly string[]): Outcome => {
  const outcomes = sentences.map(outcomeOf)
  if (outcomes.includes('exception')) return 'exception'
  if (outcomes.includes('noException') || sentences.some((text) => SOME_NO_EXCEPTION.test(text)))
    return 'noException'
  return outcomes.includes('notTested') ? 'notTested' : 'notUnderstood'
}

/**
 * Reads the result of a test. A statement that no rule knows is not understood: it is never taken for
 * "no exception".
 * @param text the cell of the results, or the paragraph without its label
 */
export const outcomeOf = (text: string): Outcome => {
  const plain = text.trim()
  const isClean = NO_EXCEPTION.test(plain)
  // "No exceptions noted for the first half. For 1 of 25 …": the second sentence counts.
  const rest = isClean ? plain.replace(/^[^.;:]*[.;:]?/, '').trim() : plain
  if (
    isClean &&
    (rest === '' ||
      !(
        STARTS_AS_EXCEPTION.test(rest) ||
        NOTED.test(rest) ||
        (COUNT.test(rest) && FAULT.test(rest))
      ))
  )
    return NOT_TESTED.test(rest) && rest.length > 20 ? 'notTested' : 'noException'
  if (isClean) return 'exception'
  if (STARTS_AS_EXCEPTION.test(plain)) return 'exception'
  if (NOT_TESTED.test(plain)) return 'notTested'
  if (REFERENCE.test(plain)) return 'notUnderstood'
  if (NOTED.test(plain) && !/\bno (?:\w+ )?(?:exceptions?|deviations?)\b/i.test(plain))
    return 'exception'
  if (COUNT.test(plain) && (FAULT.test(plain) || /^for\b/i.test(plain))) return 'exception'
  return FAULT.test(plain) && /[.!]$/.test(plain) ? 'exception' : 'notUnderstood'
}
