/**
 * The nonce for style elements that the page's Content-Security-Policy requires. The server writes
 * it into the page.
 * @returns '' if none is required, as in the demo
 */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
