/** The label of a radio or checkbox is as large as the text around it, and 24 pixels high to hit. */
export const CHOICE_STYLES = {
  body: { alignItems: 'center' },
  label: { fontSize: 14, lineHeight: '24px', paddingInlineStart: 8 },
} as const
