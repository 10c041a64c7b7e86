/** A control as service organizations describe them, and how an auditor tests it. */
export interface Control {
  /** The criterion that it serves. */
  criterion: string
  control: string
  /** What an auditor looks at. */
  evidence: string
  /** What the auditor then knows. */
  result: string
  owner: string
}

/** One control a line: criterion, control, evidence, result, owner. */
const LINES = `
CC1.1 | Employees acknowledge the code of conduct when they join and once a year afterwards. | acknowledgements of a sample of new and existing employees | the code of conduct had been acknowledged when joining and within the year | Head of People
CC1.2 | The board of directors meets each quarter and hears about security and internal control. | minutes of the quarterly meetings of the board | security and internal control were on the agenda of each meeting | General Counsel
CC1.3 | An organization chart defines lines of reporting and is kept up to date. | organization chart and its change history | lines of reporting were defined and the chart was current | Head of People
CC1.4 | Candidates are screened before they start, as far as local law allows. | screening records of a sample of new hires | the screening had been completed before the start date | Head of People
CC1.5 | Managers assess the performance of their staff once a year. | annual appraisals of a sample of employees | an appraisal had been written during the year | Head of People
CC2.1 | The asset inventory is updated automatically each night and reviewed every quarter. | configuration of the inventory job and the quarterly reviews | the inventory was updated each night and the reviews were documented | Infrastructure Lead
CC2.2 | Employees complete security awareness training within 30 days of joining and once a year. | training records of a sample of employees | training had been completed on time | Security Manager
CC2.3 | Release notes are published to customers before a release that changes functions. | release notes of a sample of releases | the notes had been published before the release | Product Director
CC3.1 | Objectives for security are set by management each year and communicated to staff. | security objectives and the announcement to staff | objectives had been approved and announced | Chief Information Security Officer
CC3.2 | A risk assessment is performed once a year, and risks are rated by likelihood and impact. | annual risk assessment and the risk register | risks had been rated and owners had been assigned | Security Manager
CC3.3 | Fraud scenarios are considered in the annual risk assessment. | fraud section of the risk assessment | fraud scenarios had been considered | Internal Audit Lead
CC3.4 | New products and larger changes pass a security design review before they are built. | design reviews of a sample of projects | the review had been completed before development began | Security Architect
CC4.1 | Internal audit examines a selection of controls each half year. | two half-yearly reports of internal audit | the planned controls had been examined | Internal Audit Lead
CC4.2 | Deficiencies are recorded, assigned to an owner and followed up monthly. | tracker of deficiencies and the monthly follow-ups | deficiencies had been assigned and followed up | Internal Audit Lead
CC5.1 | Duties for developing and for releasing code are separated by role. | role assignments in the deployment system | nobody held both roles | Engineering Director
CC5.2 | Baseline configurations for servers are defined and enforced by a configuration tool. | baseline definitions and drift reports of a sample of servers | servers conformed to the baseline | Infrastructure Lead
CC5.3 | Security policies are reviewed and approved every year. | policies and their approval records | each policy had been approved within twelve months | Chief Information Security Officer
CC6.1 | Access to production requires a named account and a second factor. | sign-in configuration of the production bastion | a named account and a second factor were enforced | Infrastructure Lead
CC6.1 | Customer data is encrypted at rest with AES-256. | encryption settings of a sample of data stores | data at rest was encrypted | Security Architect
CC6.1 | Encryption keys are rotated once a year by the key management service. | rotation settings and the log of rotations | keys had been rotated within the year | Security Architect
CC6.2 | Access is granted after the line manager has approved the request. | access requests of a sample of new users | the request had been approved before access was granted | Service Desk Manager
CC6.2 | Access of leavers is removed within one business day. | removal tickets and account logs of a sample of leavers | access had been removed within one business day | Service Desk Manager
CC6.3 | Access rights to production are reviewed by system owners every quarter. | quarterly access reviews of a sample of systems | reviews had been completed and changes made | System Owners
CC6.4 | Visitors to the offices sign in and are accompanied. | visitor logs of a sample of days | visitors had signed in and a host was recorded | Facilities Manager
CC6.5 | Disks are wiped or shredded before they leave the premises. | certificates of destruction for a sample of disks | a certificate was on file for each disk | Infrastructure Lead
CC6.6 | Firewall rules deny all traffic that is not expressly allowed and are reviewed twice a year. | firewall rule sets and both reviews | rules denied by default and the reviews were documented | Network Engineer
CC6.7 | Data in transit over public networks is encrypted with TLS 1.2 or later. | settings of the public endpoints | older protocols were refused | Security Architect
CC6.8 | Malware protection is installed on laptops and updated automatically. | console of the malware protection for a sample of laptops | protection was installed and current | Service Desk Manager
CC7.1 | Systems are scanned for vulnerabilities every week, and critical ones are fixed within 30 days. | scan reports of a sample of weeks and remediation tickets | critical vulnerabilities had been fixed within 30 days | Security Manager
CC7.1 | An independent firm performs a penetration test once a year. | report of the annual penetration test | the test had been performed and findings were tracked | Security Manager
CC7.2 | Security events are collected centrally and alerts are triaged around the clock. | alert rules and a sample of triaged alerts | alerts had been triaged within the agreed time | Security Operations Lead
CC7.3 | Incidents are classified by severity within one hour of detection. | incident records of a sample of incidents | incidents had been classified within one hour | Security Operations Lead
CC7.4 | Lessons learned are documented after each severe incident. | post-incident reviews of a sample of severe incidents | lessons learned had been documented | Security Operations Lead
CC7.5 | The incident response plan is exercised once a year. | protocol of the annual exercise | the plan had been exercised and improvements recorded | Security Operations Lead
CC8.1 | Changes are reviewed by a second developer before they are merged. | merge records of a sample of changes | a second developer had reviewed the change | Engineering Director
CC8.1 | Changes are tested automatically before they are released. | build logs of a sample of releases | automated tests had passed before the release | Engineering Director
CC8.1 | Emergency changes are approved afterwards within two business days. | approvals of a sample of emergency changes | the change had been approved within two business days | Engineering Director
CC9.1 | Cyber insurance is maintained and its cover reviewed each year. | policy schedule and the annual review | cover was in force throughout the year | General Counsel
CC9.2 | Critical suppliers are assessed before they are engaged and once a year. | assessments of a sample of critical suppliers | an assessment had been made within the year | Procurement Manager
A1.1 | Capacity is monitored against thresholds and forecast every month. | capacity reports of a sample of months | usage had been compared with the thresholds | Infrastructure Lead
A1.2 | Databases are backed up every day to another region. | backup settings and logs of a sample of days | backups had completed in another region | Infrastructure Lead
A1.3 | Recovery from backups is tested twice a year. | protocols of both recovery tests | data had been restored within the objective | Infrastructure Lead
C1.1 | Confidential data is classified and handled as the data policy says. | data policy and labels of a sample of stores | stores were labelled as the policy says | Data Protection Officer
C1.2 | Customer data is deleted within 30 days of the end of a contract. | deletion records of a sample of ended contracts | data had been deleted within 30 days | Data Protection Officer
PI1.2 | Uploaded files are validated against a schema, and rejected records are reported to the customer. | validation rules and a sample of rejected records | rejected records had been reported | Product Director
PI1.4 | Totals of output files are reconciled with the ledger each day. | reconciliations of a sample of days | totals had been reconciled and differences explained | Operations Manager
P4.2 | Personal data is kept no longer than the retention schedule allows. | retention settings of a sample of tables | retention followed the schedule | Data Protection Officer
P5.1 | Requests of data subjects are answered within 30 days. | answers to a sample of requests | requests had been answered within 30 days | Data Protection Officer
`

/** Controls that most service organizations have, in the order of the criteria. */
export const CONTROLS: readonly Control[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [criterion = '', control = '', evidence = '', result = '', owner = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    return { criterion, control, evidence, result, owner }
  })

/** The controls of criteria that begin so: CC for security, A, C, PI and P for the others. */
export const controlsFor = (...starts: readonly string[]): Control[] =>
  CONTROLS.filter(({ criterion }) => starts.includes(criterion.replace(/[\d.]+$/, '')))

/** Controls with numbers as auditors give them: the criterion, and a count within it. */
export const numbered = (controls: readonly Control[]): (Control & { number: string })[] =>
  controls.map((control, index) => {
    const before = controls
      .slice(0, index)
      .filter(({ criterion }) => criterion === control.criterion)
    return { ...control, number: `${control.criterion}.${before.length + 1}` }
  })

/** A sentence without its full stop, and without its capital. */
export const clause = (sentence: string): string =>
  `${sentence[0]?.toLowerCase() ?? ''}${sentence.slice(1)}`.replace(/\.$/, '')

/** A sentence beginning with a capital. */
export const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
