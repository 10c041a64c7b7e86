/** The sources of a build, from the root. When one of them is newer, the build runs again. */
export const SOURCES = [
  'src',
  'mocks',
  'public',
  'deploy',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
