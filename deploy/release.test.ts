import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const DIGEST = `sha256:${'0a'.repeat(32)}`
const IMAGE = 'registry.example.com:5000/countersign:1.2.0'

let folder: string
const git = (...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder })
}
/** A program that notes what it was called with. */
const standIn = (name: string, more = ''): void => {
  const file = join(folder, '..', 'bin', name)
  writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> "$CALLS"\n${more}\n`)
  chmodSync(file, 0o755)
}

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'release-'))
  folder = join(parent, 'repository')
  mkdirSync(join(folder, 'deploy'), { recursive: true })
  mkdirSync(join(parent, 'bin'))
  cpSync(new URL('release.sh', import.meta.url), join(folder, 'deploy/release.sh'))
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'Begin')
  standIn('cosign')
  standIn(
    'docker',
    `while [ "$1" != --metadata-file ]; do shift; done
printf '{\\n  "containerimage.digest": "${DIGEST}"\\n}' > "$2"`,
  )
})
afterEach(() => rmSync(parent, { recursive: true }))

const release = (...args: string[]) => {
  const calls = join(parent, 'calls')
  writeFileSync(calls, '')
  const { status, stdout, stderr } = spawnSync('deploy/release.sh', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(parent, 'bin')}:${process.env['PATH']}`, CALLS: calls },
  })
  return { status, stdout, stderr, calls: readFileSync(calls, 'utf8').split('\n').filter(Boolean) }
}

test('a release has a bill of materials and provenance, and is signed by its digest', () => {
  const { status, stdout, calls } = release(IMAGE)
  expect(calls).toHaveLength(2)
  expect(calls[0]).toMatch(/^docker buildx build .*--sbom=true --provenance=mode=max .*--push \.$/)
  expect(calls[0]).toContain(`--tag ${IMAGE}`)
  expect(calls[1]).toBe(`cosign sign --yes registry.example.com:5000/countersign@${DIGEST}`)
  expect([status, stdout.trim()]).toEqual([0, `${IMAGE}@${DIGEST}`])
})

test('what is not committed is not released', () => {
  writeFileSync(join(folder, 'more.txt'), 'more')
  const { status, stderr, calls } = release(IMAGE)
  expect([status, calls]).toEqual([1, []])
  expect(stderr).toContain('Commit or stash first')
})

test('an image that was not pushed is not signed', () => {
  standIn('docker', 'exit 7')
  expect(release(IMAGE)).toMatchObject({ status: 7, calls: [expect.stringMatching(/^docker/)] })
  standIn('docker')
  expect(release(IMAGE)).toMatchObject({ status: 1, calls: [expect.stringMatching(/^docker/)] })
})
