/**
 * What Vite writes into index.html where a nonce belongs; whoever serves the page puts a fresh one
 * in its place in each answer, and the same one in the headers.
 */
export const NONCE_PLACEHOLDER = 'a-fresh-nonce-for-each-answer'

/** For whatever is no page of the app: should a browser ever show it, nothing in it comes alive. */
const NOTHING = ["default-src 'none'", "frame-ancestors 'none'"]

/**
 * For the app's pages: code of this origin alone, no text that turns into code or markup, and
 * style elements only with the nonce, which Mantine's carry.
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
  // Browsers heed it only where the page came by https.
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
}

/** The headers of the app's pages, by name. */
export const pageHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  ...HEADERS,
  [POLICY]: pagePolicy(nonce).join('; '),
  'Cache-Control': 'no-store',
})
