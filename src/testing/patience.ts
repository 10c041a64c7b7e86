// The limits of waiting only end a test that hangs: on a busy machine everything takes longer.
export const PATIENCE_MS = 60_000

// Tests without a page need not load the library.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/dom')
  configure({ asyncUtilTimeout: PATIENCE_MS })
}
