import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { STAGES, stagesFor, stagesOf } from './check.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const namesOf = (stages) => stages.map((stage) => stage.map(([name]) => name))

test('each step of the check is a program that is there', () => {
  const programs = STAGES.flatMap((stage) => Object.values(stage)).map(([path]) => path)
  expect(programs.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('all steps run unless some are named', () => {
  expect(namesOf(stagesOf([]))).toEqual(STAGES.map((stage) => Object.keys(stage)))
  expect(namesOf(stagesOf(['unit', 'lint']))).toEqual([['lint'], ['unit']])
})

test('--fix formats the sources, and does nothing else', () => {
  expect(stagesFor(['--fix'])).toEqual([[['format', [...STAGES[0].format, '--write']]]])
  expect(namesOf(stagesFor(['lint']))).toEqual([['lint']])
  expect(() => stagesFor(['lint', '--fix'])).toThrow('There is no step "--fix"')
})

test('a step that does not exist is an error, not a check that finds nothing', () => {
  expect(() => stagesOf(['units'])).toThrow('There is no step "units"')
})
