/**
 * How a service organization is run, as its description tells it: what readers skip on their way to
 * what they look for, and what rules may stumble over. Two voices, each with a heading for every part.
 */

/** @param company as the description calls it @param heading marks a heading of its level */
type Voice = (company: string, heading: string) => string

/** Long sentences in the third person, as American descriptions have them. */
export const formalEnvironment: Voice = (company, heading) => `
${heading} Control Environment
Management of ${company} has established a tone at the top that emphasizes integrity, competence, and accountability. The code of conduct, which is acknowledged by personnel upon hire and annually thereafter, describes expected behavior, how concerns may be raised without fear of retaliation, and the consequences of violations.
The board of directors meets quarterly and includes members who are independent of management. Its audit committee oversees the work of the internal audit function and receives the reports of external auditors. No exceptions to the code of conduct were granted by the committee.
${heading} Risk Assessment Process
${company} has placed into operation a risk assessment process to identify and manage risks that could affect its ability to provide reliable services. The process requires management to identify significant risks in its areas of responsibility and to implement measures that address those risks. Risks are rated by likelihood and impact, and each risk that exceeds the tolerance of management is assigned to an owner.
Changes in regulation, in technology, in key personnel, and in the use of third parties are considered, as is the potential for fraud.
${heading} Information and Communication
Policies are published on the intranet and are available to all personnel. User entities are informed of planned maintenance at least five business days in advance, except for emergency maintenance, of which they are informed as soon as practicable. A description of the system and its boundaries is available to user entities on request.
${heading} Monitoring
Management monitors the quality of internal control as a normal part of its activities. Deviations from policies are reported to the security committee, which meets monthly and tracks corrective actions until they are complete. The internal audit function performs reviews according to a risk-based plan.
${heading} Physical Security
Entrances of the offices are locked at all times, and badges are required. Visitors sign a log, are issued a temporary badge, and are escorted by personnel of ${company}. Access rights are removed on the last day of employment.
${heading} Logical Access
Access is granted on the basis of job responsibilities and the principle of least privilege. Requests are submitted in the ticketing system, approved by the supervisor of the requester, and fulfilled by the service desk. Privileged access is limited to engineers whose duties require it and is protected by multi-factor authentication.
${heading} Change Management
Changes to infrastructure and software are requested, assessed, developed, tested, approved, and deployed by different persons. Emergency changes follow an abbreviated process and are documented afterwards. A freeze is observed in the last two weeks of December.
${heading} Incident Management
Suspected incidents may be reported by personnel, by user entities, and by monitoring tools. They are classified by severity, contained, analyzed, and resolved, and affected user entities are notified in accordance with agreements. After severe incidents, the cause is analyzed and lessons learned are recorded.
${heading} Backup and Recovery
Backups of databases are taken daily and retained for 35 days. Restorations are tested twice a year, and results are reviewed by the infrastructure team. The business continuity plan is reviewed annually.
${heading} Vendor Management
Vendors are assessed before they are engaged, and those that are critical are assessed annually thereafter. The assessment includes, where available, the vendor’s own SOC 2 report, including its exceptions and complementary user entity controls.`

/** Short sentences in the first person, as smaller and European companies write. */
export const plainEnvironment: Voice = (company, heading) => `
${heading} How we are organised
${company} is led by a management board of three. Every role has a written description. New staff are introduced to our rules on their first day and confirm that they have read them.
We check references and certificates before a contract is signed. Once a year each member of staff talks with their manager about goals and training.
${heading} How we deal with risks
Risks are collected in a register. Each has an owner, a rating and a measure. The register is discussed every quarter, and after every serious event. We accept a risk only in writing.
Suppliers are part of this. Before we sign a contract with an important one, we look at its certificates and reports; where a report notes exceptions, we ask what was done about them.
${heading} How we inform each other and our customers
The rules are in a handbook that all staff can read. A status page tells customers about maintenance. We inform affected customers of an incident within 72 hours.
${heading} How we protect access
Each person has an account of their own. An employee asks for access, the manager approves it, and the service desk grants it. Administrators use a hardware token. When an employee leaves, we close the account on the last day. Mail is forwarded for another month.
${heading} How we change systems
Every change has a ticket. Somebody other than the author reviews it. Automatic tests run before a release; a failed test stops it. Urgent changes may be reviewed on the next day.
${heading} How we watch over systems
Logs are sent to a central store, where rules look for what is unusual. A colleague is on call day and night. Weak points that scanners report are rated, and critical ones are closed within 30 days.
${heading} How we prepare for bad days
Data is backed up every night to a second place. Twice a year we restore a system from its backup and write down how long it took. The plan for emergencies is rehearsed once a year.
${heading} How we check ourselves
Controls are assigned to people who confirm every quarter that they work. An internal auditor takes samples. What is found goes into the same tracker as incidents, and stays there until it is solved.`
