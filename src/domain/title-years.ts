/**
 * Finds the years of a title, and moves them. A year moves only if it stands alone, or in a range
 * or date that reads as one: "2025", "FY2025", "2024/25", "2024-2025", "Q1/2025", "2025-09-30". The
 * numbers of laws, standards, versions and tickets look alike and stay: "(EU) 2022/2554",
 * "ISO 27001:2022", "2025.1", "CVE-2024-3094". Where a number reads both ways, it stays: a title
 * that lacks a change is seen at once, a wrong number is not.
 */

/** Letters that join with digits to one word. Han, kana and hangul stand beside numbers. */
const LETTER = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}`
/** A word, or words and numbers that are joined by signs: "FY2024/25", "CVE-2024-3094". */
const CHAIN = new RegExp(`[${LETTER}\\d]+(?:[/._:–—-][${LETTER}\\d]+)*`, 'gu')
const JOINTS = /[/._:–—-]/

/** A year with what may be written to it: "2025", "FY2025", "2025Q1". */
const YEAR = /^(?<before>[FCAHTG][YJ])?(?<year>(?:19|20)\d\d)(?<after>Q[1-4]|H[12])?$/i
const NUMBER = /^\d+$/
const QUARTER = /^(?:[1-4]Q|[12]H)$/i

/** What makes a number after it that of a thing, or an amount: "No. 2025", "#2025", "$2025". */
const NUMBERED = /(?:[#№+]|\p{Sc}|\bNo|\bN[or]\.|n[°º]|\bRFC)\s*$/iu
/** The same after a number that is no year: "1,2025", "ISO 27001: 2022". */
const AFTER_NUMBER = /(?<!(?<!\d)(?:19|20)\d\d)(?:(?<=\d),|(?<=\d{4}):\s?)$/
/** Frameworks and products whose editions are named after a year: "COBIT 2019". */
const EDITION =
  /\b(?:COBIT|COSO|COSO ERM|ITIL|TSC|OWASP(?: \w+)? Top 10|(?:Windows|SQL|Exchange) Server)\s+$/i
/** What makes a number an amount: "2000 %", "2000€", "2000,50". */
const AMOUNT = /^(?:\s?[%‰]|\s?\p{Sc}|,\d(?!\d{3}(?!\d)))/u
/** What makes a pair of numbers after it that of a law, even one such as 2024/2025. */
const LAW =
  /(?:\((?:EU|EC|EEC|UE|CE|EG|EWG)\)|\b(?:regulation|directive|decision|act|law|verordnung|richtlinie|règlement))\s*$/iu
/** What makes a number before it that of a law: "2009/10/EC". */
const OF_LAW = /^(?:EU|EC|EEC|UE|CE|EG|JHA|CFSP)$/i

/** A part of a chain, with the sign before it. */
interface Part {
  joint: string
  text: string
}

const yearOf = ({ text }: Part): number => Number(YEAR.exec(text)?.groups?.year ?? Number.NaN)
const isYear = (part: Part): boolean => !Number.isNaN(yearOf(part))
const isNumeric = (part: Part): boolean => NUMBER.test(part.text) || isYear(part)

/** The years and days of a run with all years moved; undefined if it holds no years. */
type Moved = readonly string[] | undefined

const moveYear = ({ text }: Part, by: number): string =>
  text.replace(/(?:19|20)\d\d/, (digits) => String(Number(digits) + by))

const isWithin = (text: string, least: number, most: number): boolean =>
  /^\d\d?$/.test(text) && Number(text) >= least && Number(text) <= most
const isMonth = ({ text }: Part): boolean => isWithin(text, 1, 12)
const isDay = ({ text }: Part): boolean => isWithin(text, 1, 31)

/** Whether a range of so many years is plausible. */
const isSpan = (years: number): boolean => years > 0 && years < 10

/** A range of years: each one the next, or in short ("2024/25", "2024-2026"). */
const movedRange = (run: readonly Part[], by: number): Moved => {
  const [first, second] = run
  if (!first || !second || !isYear(first)) return undefined
  if (!run.slice(1).every(({ joint }) => /[/_–—-]/.test(joint))) return undefined
  const isDashed = /[–—-]/.test(second.joint)
  if (run.every(isYear)) {
    const steps = run.slice(1).map((part, index) => yearOf(part) - yearOf(run[index] ?? part))
    const [step = 0, ...further] = steps
    const areQuarters = run.every(({ text }) => /[QH]\d$/i.test(text))
    const isPair =
      further.length === 0 &&
      (step === -1 || (isDashed && isSpan(step)) || (step === 0 && areQuarters))
    return isPair || steps.every((one) => one === 1)
      ? run.map((part) => moveYear(part, by))
      : undefined
  }
  if (run.length > 2 || !/^\d\d$/.test(second.text)) return undefined
  const span = (Number(second.text) - (yearOf(first) % 100) + 100) % 100
  const isRange = span === 1 || (isDashed && isSpan(span) && !isMonth(second))
  const short = String((yearOf(first) + by + span) % 100).padStart(2, '0')
  return isRange ? [moveYear(first, by), short] : undefined
}

/** A month or a day: "2025-09", "9/2025", "2025-09-30", "30.9.2025", "9/30/2025". */
const isDate = (run: readonly Part[]): boolean => {
  const [one, two, three] = run
  const joints = new Set(run.slice(1).map(({ joint }) => joint))
  if (!one || !two || run.length > 3 || joints.size !== 1 || joints.has(':')) return false
  const hasOneDigit = run.some(({ text }) => text.length === 1)
  // Versions look alike: "2025.1", "4.2025", "2025.1.2".
  const isVersion = three ? hasOneDigit && isYear(one) : hasOneDigit || isYear(one)
  if (joints.has('.') && isVersion) return false
  if (!three) return isYear(one) ? isMonth(two) && !hasOneDigit : isMonth(one) && isYear(two)
  if (isYear(one)) return isMonth(two) && isDay(three)
  return isYear(three) && ((isDay(one) && isMonth(two)) || (isMonth(one) && isDay(two)))
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1

const movedDate = (run: readonly Part[], by: number): Moved => {
  if (!isDate(run)) return undefined
  const year = run.map(yearOf).find((found) => !Number.isNaN(found)) ?? 0
  const rest = run.filter((part) => !isYear(part)).map(({ text }) => Number(text))
  const losesLeapDay = rest.includes(2) && rest.includes(29) && !isLeap(year + by)
  return run.map((part) => {
    if (isYear(part)) return moveYear(part, by)
    return losesLeapDay && part.text === '29' ? '28' : part.text
  })
}

/** A year, a range, a date, or a range of two dates. */
const movedRun = (run: readonly Part[], by: number): Moved => {
  const [only] = run
  if (run.length === 1 && only) return isYear(only) ? [moveYear(only, by)] : undefined
  const half = run.length / 2
  const [from, to] = [movedDate(run.slice(0, half), by), movedDate(run.slice(half), by)]
  if (run.length > 2 && from && to) return [...from, ...to]
  return movedRange(run, by) ?? movedDate(run, by)
}

/** Whether what is joined to a run makes it the number of something. */
const isNumberOf = (before: Part | undefined, run: readonly Part[], after: Part | undefined) => {
  const joint = run[0]?.joint ?? ''
  // "ISO27001-2022", "A1:2020", "v4.2025"; but "SOC2-2025" and "Q1/2025" are about a year.
  if (before && (/\d{4}$/.test(before.text) || (/\d$/.test(before.text) && /[.:]/.test(joint))))
    return true
  return (
    after !== undefined &&
    (OF_LAW.test(after.text) || (/^\d/.test(after.text) && !QUARTER.test(after.text)))
  )
}

/** Moves the years of one chain. */
const movedChain = (chain: string, by: number, lead: string, rest: string): string => {
  const parts: Part[] = []
  for (const text of chain.split(new RegExp(`(${JOINTS.source})`))) {
    const last = parts.at(-1)
    if (JOINTS.test(text)) parts.push({ joint: text, text: '' })
    else if (last && last.text === '') last.text = text
    else parts.push({ joint: '', text })
  }
  const texts = parts.map(({ text }) => text)
  for (let start = 0; start < parts.length; start += 1) {
    const length = parts.slice(start).findIndex((part) => !isNumeric(part))
    const end = length < 0 ? parts.length : start + length
    const run = parts.slice(start, end)
    if (run.length === 0) continue
    const isOfSomething =
      isNumberOf(parts[start - 1], run, parts[end]) ||
      (start === 0 && [NUMBERED, AFTER_NUMBER, EDITION].some((sign) => sign.test(lead))) ||
      (start === 0 && run.length > 1 && LAW.test(lead)) ||
      (end === parts.length && AMOUNT.test(rest))
    const moved = isOfSomething ? undefined : movedRun(run, by)
    if (moved) texts.splice(start, run.length, ...moved)
    start = end
  }
  return texts.map((text, index) => `${parts[index]?.joint ?? ''}${text}`).join('')
}

/**
 * Moves all years of a title by the same number of years.
 * @returns the title unchanged if it has no year that stands alone
 */
export const moveYears = (title: string, by: number): string =>
  title.replaceAll(CHAIN, (chain: string, offset: number) =>
    movedChain(chain, by, title.slice(0, offset), title.slice(offset + chain.length)),
  )
