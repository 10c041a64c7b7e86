/** Says what may become of a text; throws where it may not. */
type Rule = (text: string) => string

declare global {
  interface Window {
    /** Missing in some browsers, and in TypeScript's DOM types. */
    trustedTypes?: {
      createPolicy: (name: 'default', rules: { createHTML: Rule; createScriptURL: Rule }) => unknown
    }
  }
}

/** Where a build has its scripts. In development they lie elsewhere, but no policy asks there. */
const SCRIPTS = '/assets/'

/**
 * Allows text to become part of the page only if it contains no markup, and workers only if they are
 * scripts of the build. Mantine fills its style elements through innerHTML, and the reader of PDF files
 * starts workers by their address; nothing else in the app does either. If the page's
 * Content-Security-Policy requires Trusted Types, any other markup, code or script address throws.
 */
export const refuseMarkup = (): void => {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Text must not become markup.')
      return text
    },
    createScriptURL: (address) => {
      const { origin, pathname, href } = new URL(address, window.location.href)
      if (origin !== window.location.origin || !pathname.startsWith(SCRIPTS))
        throw new TypeError('Only scripts of the app may run.')
      return href
    },
  })
}
