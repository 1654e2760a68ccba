/**
 * ISO 3166-1 alpha-2 codes under their sub-region of the UN standard M49 (17 sub-regions; intermediate regions are
 * folded into them). By our rules TW counts with Eastern Asia and XK (Kosovo, user-assigned) with Southern Europe.
 * M49 puts Antarctica (AQ) in no sub-region: it stands alone here.
 * Source: UN Statistics Division, "Standard country or area codes for statistical use (M49)".
 */
const BY_SUB_REGION = {
  'Northern Africa': 'DZ EG EH LY MA SD TN',
  'Sub-Saharan Africa':
    'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW',
  'Latin America and the Caribbean':
    'AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
  'Northern America': 'BM CA GL PM US',
  'Central Asia': 'KG KZ TJ TM UZ',
  'Eastern Asia': 'CN HK JP KP KR MN MO TW',
  'South-eastern Asia': 'BN ID KH LA MM MY PH SG TH TL VN',
  'Southern Asia': 'AF BD BT IN IR LK MV NP PK',
  'Western Asia': 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE',
  'Eastern Europe': 'BG BY CZ HU MD PL RO RU SK UA',
  'Northern Europe': 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ',
  'Southern Europe': 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK',
  'Western Europe': 'AT BE CH DE FR LI LU MC NL',
  'Australia and New Zealand': 'AU CC CX HM NF NZ',
  Melanesia: 'FJ NC PG SB VU',
  Micronesia: 'FM GU KI MH MP NR PW UM',
  Polynesia: 'AS CK NU PF PN TK TO TV WF WS',
  Antarctica: 'AQ',
} as const

export type SubRegion = keyof typeof BY_SUB_REGION

/** The sub-regions in Vietnamese, as official papers write them. */
export const SUB_REGION_VI: Record<SubRegion, string> = {
  'Northern Africa': 'Bắc Phi',
  'Sub-Saharan Africa': 'châu Phi hạ Sahara',
  'Latin America and the Caribbean': 'Mỹ Latinh và Ca-ri-bê',
  'Northern America': 'Bắc Mỹ',
  'Central Asia': 'Trung Á',
  'Eastern Asia': 'Đông Á',
  'South-eastern Asia': 'Đông Nam Á',
  'Southern Asia': 'Nam Á',
  'Western Asia': 'Tây Á',
  'Eastern Europe': 'Đông Âu',
  'Northern Europe': 'Bắc Âu',
  'Southern Europe': 'Nam Âu',
  'Western Europe': 'Tây Âu',
  'Australia and New Zealand': 'Ô-xtrây-li-a và Niu Di-lân',
  Melanesia: 'Mê-la-nê-di',
  Micronesia: 'Mi-crô-nê-di',
  Polynesia: 'Pô-li-nê-di',
  Antarctica: 'Nam Cực',
}

const SUB_REGION_OF = new Map<string, SubRegion>(
  Object.entries(BY_SUB_REGION).flatMap(([region, codes]) =>
    codes.split(' ').map((code) => [code, region as SubRegion] as const),
  ),
)

/** Every country code that a dossier may name, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = [...SUB_REGION_OF.keys()].sort()

/** Whether the code is one of ISO 3166-1 alpha-2 (or XK). */
export function isCountry(code: string): boolean {
  return SUB_REGION_OF.has(code)
}

/** The M49 sub-region of a country; `undefined` for a code that is none. */
export function subRegionOf(country: string): SubRegion | undefined {
  return SUB_REGION_OF.get(country)
}

const NAMES = {
  vi: new Intl.DisplayNames('vi', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}
const NAME_OF = { vi: new Map<string, string>(), en: new Map<string, string>() }

/** The usual name of a country in a language: `JP` is "Nhật Bản" or "Japan". The code itself when it is unknown. */
export function countryName(code: string, language: 'vi' | 'en'): string {
  const names = NAME_OF[language]
  let name = names.get(code)
  if (name === undefined) {
    name = isCountry(code) ? (NAMES[language].of(code) ?? code) : code
    names.set(code, name)
  }
  return name
}
