declare global {
  interface Window {
    /** Missing in some browsers, and in TypeScript's DOM types. */
    trustedTypes?: {
      createPolicy: (name: 'default', rules: { createHTML: (text: string) => string }) => unknown
    }
  }
}

/**
 * Allows text to become part of the page only if it contains no markup. Mantine fills its style
 * elements through innerHTML; nothing else in the app uses it. If the page's
 * Content-Security-Policy requires Trusted Types, any other markup, code or script address throws.
 */
export const refuseMarkup = (): void => {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Text must not become markup.')
      return text
    },
  })
}
