import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

const LAW = 'src/editing/conservation.test.ts'
/** The number of stories for each mutant: enough for plain faults, and quick. RUNS=0 means none. */
const STORIES = Number(process.env.RUNS || 100)

/** The quickest tests come first, since most mutants fail there. */
const ORDER = ['/src/domain/work/', '/src/api/saving/', LAW]

class QuickestFirst extends BaseSequencer {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const rankOf = ({ moduleId }) => ORDER.findIndex((part) => moduleId.includes(part))
    return files.toSorted(
      (one, other) => rankOf(one) - rankOf(other) || one.moduleId.localeCompare(other.moduleId),
    )
  }
}

/** The tests that run against mutants: those of the mutated code, and the law of saving. */
export default defineConfig({
  test: {
    environment: 'node',
    isolate: false,
    include: [
      'src/domain/work/*.test.ts',
      'src/api/saving/*.test.ts',
      ...(STORIES > 0 ? [LAW] : []),
    ],
    // The three hundred texts take longer than all other tests.
    exclude: ['src/api/saving/hostile-saves.test.ts'],
    env: { RUNS: String(STORIES) },
    setupFiles: ['.ci/mutants/same-cases.mjs'],
    sequence: { sequencer: QuickestFirst },
    testTimeout: 120_000,
    restoreMocks: true,
  },
})
