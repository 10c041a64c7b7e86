/**
 * The nonce that the page's Content-Security-Policy asks of style elements, which the server writes
 * into the page.
 * @returns '' where none is asked for, as in the demo
 */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
