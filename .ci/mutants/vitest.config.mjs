import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

const LAW = 'src/editing/conservation.test.ts'
/** Stories of the law for each mutant: enough for the plain faults, and soon over. RUNS=0: none. */
const STORIES = Number(process.env.RUNS || 100)

/** What takes least time comes first: most mutants end there. */
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

/** The tests that mutants are held against: those of the mutated code, and the law of saving. */
export default defineConfig({
  test: {
    environment: 'node',
    isolate: false,
    include: [
      'src/domain/work/*.test.ts',
      'src/api/saving/*.test.ts',
      ...(STORIES > 0 ? [LAW] : []),
    ],
    // Its three hundred texts take longer than all others.
    exclude: ['src/api/saving/hostile-saves.test.ts'],
    env: { RUNS: String(STORIES) },
    setupFiles: ['.ci/mutants/same-cases.mjs'],
    sequence: { sequencer: QuickestFirst },
    testTimeout: 120_000,
    restoreMocks: true,
  },
})
