import type { UserRecord } from '../service/records.ts'
import type { Calendar } from './calendar.ts'
import { LANDMARKS } from './landmarks.ts'

const DOMAIN = 'haldenrook.example'

type Person = [first: string | null, last: string | null, email: string, job: string, role: string]

/** People of Halden & Rook, an insurer that buys from the vendors. The first is a landmark. */
const PEOPLE: readonly Person[] = [
  ['Ada', 'Reyes', 'ada.reyes', 'Lead security analyst', 'INFORMATION_SECURITY_LEAD'],
  ['Bashir', 'Noorzai', 'bashir.noorzai', 'Security analyst', 'REVIEWER'],
  ['Chiara', 'Valtorta', 'chiara.valtorta', 'Security analyst', 'REVIEWER'],
  ['Dmitri', 'Sokolenko', 'dmitri.sokolenko', 'Third-party risk manager', 'ADMIN'],
  ['Esi', 'Ampofo', 'esi.ampofo', 'Procurement lead', 'EMPLOYEE'],
  ['Freya', 'Lindqvist-Marchetti', 'freya.lindqvist-marchetti', 'Privacy counsel', 'EMPLOYEE'],
  ['Gideon', "O'Rourke", 'gideon.orourke', 'IT operations manager', 'EMPLOYEE'],
  ['Hiroko', 'Tanabe', 'hiroko.tanabe', 'Finance systems owner', 'EMPLOYEE'],
  ['Ilse', 'van der Meulen', 'ilse.vandermeulen', 'HR business partner', 'EMPLOYEE'],
  ['ليلى', 'المنصوري', 'layla.almansouri', 'Security engineer', 'REVIEWER'],
  ['Mireille', null, 'mireille', 'Contract manager', 'EMPLOYEE'],
  ['Nnamdi', 'Okonkwo', 'nnamdi.okonkwo', 'Claims platform lead', 'EMPLOYEE'],
  ['Oriol', 'Puigdomènech', 'oriol.puigdomenech', 'Internal auditor', 'AUDITOR'],
  // A user who never filled in a name: only the e-mail address can be shown.
  [null, null, 'vendor-intake', 'Shared mailbox', 'EMPLOYEE'],
  // Two people with the same name, who differ only in their e-mail addresses.
  ['Nnamdi', 'Okonkwo', 'n.okonkwo', 'Contract analyst', 'EMPLOYEE'],
]

/** @returns the people, the reviewers first */
export const createPeople = (calendar: Calendar): UserRecord[] =>
  PEOPLE.map(([firstName, lastName, local, jobTitle, role], index) => ({
    id: LANDMARKS.adaReyes.id + index,
    email: `${local}@${DOMAIN}`,
    firstName,
    lastName,
    createdAt: calendar.at(-1_400 + index * 37, 9, index),
    updatedAt: calendar.at(-90 + index * 3, 15, index),
    jobTitle,
    avatarUrl: null,
    drataTermsAgreedAt: firstName === null ? null : calendar.at(-1_399 + index * 37, 10, 5),
    roles: [role],
  }))
