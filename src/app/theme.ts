import { createTheme } from '@mantine/core'

/** One accent colour; fonts and spacing from the design's scale. */
export const theme = createTheme({
  primaryColor: 'indigo',
  // Shade 8 has enough contrast with white text in both colour schemes.
  primaryShade: 8,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  // From these widths on: a phone on its side, a tablet, a laptop, a screen, a wide screen.
  breakpoints: { xs: '30em', sm: '45.0625em', md: '64em', lg: '80em', xl: '100em' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
})
