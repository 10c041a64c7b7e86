import { DEMO_REPORTS } from './demo-reports.ts'
import type { Report } from './report.ts'
import { brackenridge } from './samples/brackenridge.ts'
import { caribou } from './samples/caribou.ts'
import { grimsditch } from './samples/grimsditch.ts'
import { harborlight } from './samples/harborlight.ts'
import { large } from './samples/large.ts'
import { nightjar } from './samples/nightjar.ts'
import { isoCertificate, penetrationTest } from './samples/other-papers.ts'
import { peregrine } from './samples/peregrine.ts'
import { quarrystone } from './samples/quarrystone.ts'
import { ravenglass } from './samples/ravenglass.ts'
import { saltgrass } from './samples/saltgrass.ts'
import { silberwald } from './samples/silberwald.ts'
import { thistlewood } from './samples/thistlewood.ts'
import { wychwood } from './samples/wychwood.ts'

/** All reports but those that are made on demand. */
export const REPORTS: readonly Report[] = [
  ...DEMO_REPORTS,
  harborlight,
  quarrystone,
  peregrine,
  brackenridge,
  wychwood,
  silberwald,
  saltgrass,
  grimsditch,
  nightjar,
  thistlewood,
  ravenglass,
  caribou,
  isoCertificate,
  penetrationTest,
]

/** Reports that take long to make. */
const ON_DEMAND: readonly Report[] = [large]

/** The report of a name. @throws for a name that no report has */
export const reportNamed = (name: string): Report => {
  const report = [...REPORTS, ...ON_DEMAND].find((one) => one.name === name)
  if (!report)
    throw new Error(
      `There is no report "${name}". There are: ${[...REPORTS, ...ON_DEMAND].map((one) => one.name).join(', ')}.`,
    )
  return report
}
