/** Names of states, provinces and countries, as reports write them after a city. */
const PLACES = `Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico
Ontario|Quebec|Québec|Nova Scotia|New Brunswick|Manitoba|British Columbia|Prince Edward Island|Saskatchewan|Alberta|Newfoundland and Labrador|Newfoundland|Yukon
New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania|Northern Territory|Australian Capital Territory
England|Scotland|Wales|Northern Ireland|United Kingdom|Great Britain|U\\.K\\.|UK|Ireland|Republic of Ireland|Jersey|Guernsey|Isle of Man
Bavaria|Bayern|Hesse|Hessen|Saxony|Sachsen|Lower Saxony|Niedersachsen|North Rhine-Westphalia|Nordrhein-Westfalen|Baden-Württemberg|Brandenburg|Thuringia|Saarland|Schleswig-Holstein|Rhineland-Palatinate|Mecklenburg-Vorpommern
United States of America|United States|U\\.S\\.A\\.|U\\.S\\.|USA|US|Canada|Mexico|Brazil|Argentina|Chile|Colombia|Peru|Costa Rica|Uruguay|Panama|Ecuador
Germany|Austria|Switzerland|France|Spain|Portugal|Italy|Belgium|the Netherlands|The Netherlands|Netherlands|Luxembourg|Denmark|Sweden|Norway|Finland|Iceland|Poland|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Croatia|Slovenia|Serbia|Greece|Cyprus|Malta|Estonia|Latvia|Lithuania|Ukraine|Turkey|Türkiye|Moldova|Georgia|Armenia|Bosnia and Herzegovina|North Macedonia|Albania|Liechtenstein|Monaco|Deutschland|Österreich|Schweiz
India|China|Japan|South Korea|Korea|Taiwan|Singapore|Malaysia|Indonesia|Thailand|Vietnam|Philippines|the Philippines|Hong Kong|Sri Lanka|Bangladesh|Pakistan|Nepal|Kazakhstan|Mongolia
Australia|New Zealand|Fiji|South Africa|Kenya|Nigeria|Ghana|Egypt|Morocco|Tunisia|Mauritius|Rwanda|Uganda|Namibia|Botswana|Israel|United Arab Emirates|UAE|Saudi Arabia|Qatar|Kuwait|Bahrain|Oman|Jordan|Lebanon
Maharashtra|Karnataka|Tamil Nadu|Telangana|Kerala|Gujarat|Haryana|Uttar Pradesh|West Bengal|Punjab|Rajasthan`
const ABBREVIATIONS =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|ON|QC|NS|NB|MB|BC|PE|SK|AB|NL|NSW|VIC|QLD|SA|TAS|NT|ACT'

const NAMES = PLACES.replaceAll('\n', '|')
const WORD = String.raw`\p{Lu}[\p{L}'’.-]*`
const CITY = String.raw`(${WORD}(?:(?: (?:am|an der|of|de|del|la|le|upon|on|in der|bei|sur)| ${WORD}|-${WORD})){0,3}?)`
const PAIR = new RegExp(
  String.raw`(?<![\p{L}.])${CITY}(?:,\s+|\s+\(|,?\s+[-–]\s+)(${NAMES}|${ABBREVIATIONS})(?![\p{L}])`,
  'gu',
)

export interface WrittenPlace {
  city: string
  stateOrCountry: string
  start: number
  end: number
}

/** Words with a capital that stand before a city: "Headquarters in", "Data Center". */
const LEAD =
  /^(?:(?:the|our|its|headquarters|headquartered|head|offices?|main|primary|secondary|data|centers?|centres?|facility|facilities|operations?|located|development|engineering|support|customer|corporate|european|north|american|regional|disaster|recovery|site|in|at|from|and|near|north american|global|processing|second|backup|production|colocation|sales|street|st|road|avenue|ave|suite|floor|lane|drive|way|square|building)\b[\s.:,-]*)+/i
const KEPT_LEAD = /^(?:north|san|saint|st)\b/i

/** "Porto in Portugal", after a word that says where something is. */
const IN_COUNTRY = new RegExp(
  String.raw`(?<=\b(?:in|from|at|to|near|and|of)\s)${CITY}(?:\s+in\s+(?:the\s+)?)(${NAMES})(?![\p{L}])`,
  'gu',
)

/** @returns cities with their state or country, in the order of the text */
export const placesIn = (text: string): WrittenPlace[] =>
  [...text.matchAll(PAIR), ...text.matchAll(IN_COUNTRY)].flatMap((match) => {
    const whole = match[1] ?? ''
    const lead = KEPT_LEAD.test(whole) ? '' : (LEAD.exec(whole)?.[0] ?? '')
    const city = whole.slice(lead.length).trim()
    const stateOrCountry = match[2] ?? ''
    if (city === '' || new RegExp(`^(?:${NAMES})$`, 'u').test(city)) {
      // "New York, New York" is a city; "Texas, United States" is none.
      if (!/^(?:New York|Washington|Singapore|Luxembourg|Hong Kong|Victoria|Jersey)$/.test(city))
        return []
    }
    const start = match.index + whole.length - city.length
    const end = match.index + match[0].length
    return [{ city, stateOrCountry, start, end }]
  })

/** Whether a text is the name of a state, a province or a country. */
export const isPlaceName = (text: string): boolean =>
  new RegExp(`^(?:${NAMES}|${ABBREVIATIONS})$`, 'u').test(text.trim())
