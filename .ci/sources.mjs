/** What a build is made of, from the root: where one of these is newer, it is built again. */
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
