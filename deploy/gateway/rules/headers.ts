/**
 * Vite writes this into index.html where a nonce belongs. The server of the page replaces it by a
 * fresh nonce in each answer, and puts the same nonce into the headers.
 */
export const NONCE_PLACEHOLDER = 'a-fresh-nonce-for-each-answer'

/**
 * The policy of every answer that is no page of the app. If a browser shows such an answer, nothing
 * in it can run or load.
 */
const NOTHING = ["default-src 'none'", "frame-ancestors 'none'"]

/**
 * The policy of the app's scripts. A page ignores it; a script that runs as a worker has no other. Such a
 * one may load scripts and data of this origin, as the reader of PDF files does, and turns no text into
 * code.
 */
const SCRIPT = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
]

/** Where browsers report what the policy has refused. */
export const CSP_REPORTS = '/csp-report'

/**
 * The policy of the app's pages. They run code of this origin alone, and turn no text into code or
 * markup. Style elements need the nonce, which Mantine's have.
 */
const pagePolicy = (nonce: string): string[] => [
  "default-src 'none'",
  "script-src 'self'",
  `style-src-elem 'self' 'nonce-${nonce}'`,
  "style-src-attr 'none'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
  'report-to csp',
  `report-uri ${CSP_REPORTS}`,
]

const POLICY = 'Content-Security-Policy'

/** The headers of every answer, by name. */
export const HEADERS: Readonly<Record<string, string>> = {
  [POLICY]: NOTHING.join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'camera',
    'display-capture',
    'geolocation',
    'hid',
    'microphone',
    'payment',
    'serial',
    'usb',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
  'Referrer-Policy': 'no-referrer',
  // Browsers obey this only where the page came by https.
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
}

/** What the answer with a script of the app has in place of {@link HEADERS}' policy, by name. */
export const SCRIPT_HEADERS: Readonly<Record<string, string>> = { [POLICY]: SCRIPT.join('; ') }

/**
 * The header that makes browsers use https for this host name, and for those below it where the
 * company says so.
 */
export const httpsOnly = (hasSubdomains: boolean): Readonly<Record<string, string>> => ({
  'Strict-Transport-Security': `max-age=31536000${hasSubdomains ? '; includeSubDomains' : ''}`,
})

/** The headers of the app's pages, by name. */
export const pageHeaders = (
  nonce: string,
  hasSubdomains = false,
): Readonly<Record<string, string>> => ({
  ...HEADERS,
  ...httpsOnly(hasSubdomains),
  [POLICY]: pagePolicy(nonce).join('; '),
  'Reporting-Endpoints': `csp="${CSP_REPORTS}"`,
  'Cache-Control': 'no-store',
})
