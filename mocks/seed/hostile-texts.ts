/**
 * Three hundred texts that a careless page would run, break on, mix up or not show. They are built
 * from families, so that each trick comes in every disguise. They are the same every time.
 */

/** The property of the window that a text sets if it ever runs. */
export const HACKED = '__countersignHacked'
const RUN = `window.${HACKED}=1`
/** A host that no request of the page may reach. The domain is reserved. */
const ELSEWHERE = 'evil.example'

/** Combines every head with every tail. */
const each = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail))

/**
 * Ends any context that a text may stand in, and begins an element that runs or fetches something.
 */
const MARKUP = each(
  ['', '">', "'>", '</textarea>', '</title>', '</script>', '--><!-- -->'],
  [
    `<script>${RUN}</script>`,
    `<img src=x onerror=${RUN}>`,
    `<svg/onload=${RUN}>`,
    `<iframe srcdoc="<script>parent.${HACKED}=1</script>"></iframe>`,
    `<details open ontoggle=${RUN}>`,
    `<input autofocus onfocus=${RUN}>`,
    `<a href="javascript:${RUN}">open</a>`,
    `<object data="javascript:${RUN}"></object>`,
    '<style>*{display:none}</style>',
    `<base href=//${ELSEWHERE}/>`,
    `<link rel=stylesheet href=//${ELSEWHERE}/x.css>`,
    `<meta http-equiv=refresh content="0;url=https://${ELSEWHERE}/">`,
  ],
)

const ATTRIBUTES = each(
  ['" ', "' ", '` '],
  [`autofocus onfocus=${RUN} x=`, `onpointerenter="${RUN}"`, `style="position:fixed;inset:0"`],
)

const BASE64 = btoa(`<script>parent.${HACKED}=1</script>`)

const ADDRESSES = [
  ...each(
    [
      'javascript:',
      'JaVaScRiPt:',
      ' javascript:',
      'java\tscript:',
      'java\nscript:',
      '\u0001javascript:',
      'javascript&colon;',
      'vbscript:',
      'feed:javascript:',
    ],
    [RUN, `${RUN}//https://example.com/`],
  ),
  `data:text/html,<script>parent.${HACKED}=1</script>`,
  `data:text/html;base64,${BASE64}`,
  `DATA:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
  `blob:https://${ELSEWHERE}/1`,
  'file:///etc/passwd',
  `//${ELSEWHERE}/x`,
  `\\\\${ELSEWHERE}\\x`,
  `https://example.com@${ELSEWHERE}/`,
  `https://${ELSEWHERE}\\@example.com/`,
  'https://xn--80ak6aa92e.com/\u202Efdp.exe',
]

const TEMPLATES = [
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `\`\${${RUN}}\``,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `{% ${RUN} %}`,
  `[[\${${RUN}}]]`,
  `');${RUN};('`,
  `";${RUN};"`,
  `*/${RUN}/*`,
]

const STYLES = [
  `x:expression(${RUN})`,
  `url(javascript:${RUN})`,
  `;background:url(//${ELSEWHERE}/x)`,
  `@import "//${ELSEWHERE}/x.css";`,
  '</style><style>*{display:none!important}',
  '}*{position:fixed}',
]

/** Formulas that a spreadsheet would work out if a list were exported to it. */
const FORMULAS = each(
  ['=', '+', '-', '@', '\t=', '\r='],
  [`cmd|'/C calc'!A0`, `HYPERLINK("https://${ELSEWHERE}/","x")`, '1+1'],
)

const ENTITIES = [
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `&#x3C;img src=x onerror=${RUN}&#x3E;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `\uFF1Cscript\uFF1E${RUN}\uFF1C/script\uFF1E`,
  '&amp;amp;amp;',
  '&nbsp;&shy;&ZeroWidthSpace;',
]

/** Text directions that are opened and never closed, and in the middle of a name. */
const DIRECTIONS = each(
  ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'],
  ['cod.exe', ' SOC 2 \u202Efdp.cod \u05D0\u05D1 12', '\u05D0\u05D1 (12) SOC 2'],
)

const INVISIBLE = [
  '\u00AD',
  '\u034F',
  '\u061C',
  '\u115F',
  '\u180E',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u2060',
  '\u2800',
  '\u3164',
  '\uFE0F',
  '\uFEFF',
  '\uFFA0',
  '\u{E0001}',
  '\u{E0041}',
]

const UNSEEN = [
  ...INVISIBLE.map((sign) => sign.repeat(3)),
  ...INVISIBLE.map((sign) => `No${sign}ne`),
]

const SURROGATES = ['\uD800', '\uDC00', 'cut \uD83D', '\uDE00 off', '\uDBFF\uDBFF', 'a\uDFFFb']

const MARKS = [
  `Z${'\u0351\u0489\u0353\u0310'.repeat(40)}`,
  'H\u0334\u0315\u0321e\u0336\u031A\u0348'.repeat(20),
  'e\u0301 is not \u00E9',
  '\u0301\u0301 without a letter',
  '\uFDFD\u{12219}\u{1242B}',
  '\u0E01\u0E33\u0E49\u0E49\u0E49\u0E49',
]

const CONTROLS = [
  '\u0000',
  'null\u0000character',
  '\u0007\u0008',
  '\u001B[31mred\u001B[0m',
  'a\u007Fb',
  'next\u0085line',
  'two\u2028lines',
  'two\u2029paragraphs',
  'tab\u0009stop',
  'page\u000Cend',
  'not\uFFFEa\uFFFFcharacter',
  '\n\n\n',
  'Windows\r\nline',
  'old\rline',
  '   ',
  '',
]

const LONGEST = 30_000

const LONG = [
  'W'.repeat(LONGEST),
  'A long word after another. '.repeat(2_000).slice(0, LONGEST),
  '\u66F8'.repeat(LONGEST),
  '<'.repeat(LONGEST),
  '\u{1F600}'.repeat(LONGEST / 2),
  'one\n'.repeat(500),
  '\u00A0'.repeat(500),
  `${'.'.repeat(LONGEST - 1)}x`,
]

const EMOJI = [
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}',
  '\u{1F3F3}\uFE0F\u200D\u{1F308}',
  '\u{1F1FA}\u{1F1F3}\u{1F1FA}',
  '\u{1F44D}\u{1F3FD}'.repeat(100),
  `\u{1F468}${'\u200D\u{1F468}'.repeat(60)}`,
  '0\uFE0F\u20E3',
]

const COMMANDS = [
  `'; DROP TABLE vendors;--`,
  `" OR ""="`,
  '1 OR 1=1',
  '{"$gt":""}',
  '*)(uid=*))(|(uid=*',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'C:\\Windows\\..\\x',
  '$(touch x); `touch x` | calc',
  'x\r\nSet-Cookie: a=b',
  '%s%n%x %00',
  '<!--#exec cmd="touch x"-->',
]

/** Words that confuse a program which takes data for code, or code for data. */
const WORDS = [
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'valueOf',
  '__defineGetter__',
  'then',
  'null',
  'NULL',
  'undefined',
  'NaN',
  '-Infinity',
  'true',
  'false',
  '0',
  '-1',
  '0x7B',
  '1e999',
  '2026-02-30',
  '12/31/1969',
  '[object Object]',
  '[]',
  '{}',
]

/** All texts. None occurs twice. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...MARKUP,
  ...ATTRIBUTES,
  ...ADDRESSES,
  ...TEMPLATES,
  ...STYLES,
  ...FORMULAS,
  ...ENTITIES,
  ...DIRECTIONS,
  ...UNSEEN,
  ...SURROGATES,
  ...MARKS,
  ...CONTROLS,
  ...LONG,
  ...EMOJI,
  ...COMMANDS,
  ...WORDS,
]
