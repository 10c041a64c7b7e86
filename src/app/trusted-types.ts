declare global {
  interface Window {
    /** In browsers that have it; the DOM's types do not know it yet. */
    trustedTypes?: {
      createPolicy: (name: 'default', rules: { createHTML: (text: string) => string }) => unknown
    }
  }
}

/**
 * Lets text become part of the page only where no markup is in it: Mantine fills its style elements
 * through innerHTML, and nothing else in the app does. Where the page's Content-Security-Policy asks
 * for Trusted Types, anything else that would become markup, code or the address of a script throws.
 */
export const refuseMarkup = (): void => {
  window.trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Text must not become markup.')
      return text
    },
  })
}
