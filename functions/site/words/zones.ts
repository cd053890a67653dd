/** Time zones for a select, grouped by region. */

export interface ZoneGroup {
  readonly region: string
  readonly zones: readonly Zone[]
}

interface Zone {
  readonly id: string
  /** "Berlin", "Buenos Aires, Argentina" */
  readonly label: string
  /** The name under which a browser may still know it. */
  readonly formerly: string | undefined
}

/**
 * The engine lists some zones under the names they had in 1993 (CLDR keeps its ids stable); people look for the
 * present ones, which IANA uses and every engine accepts.
 */
const presentNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** Answers: which zones may be chosen, by region? */
export function zoneGroups(): readonly ZoneGroup[] {
  const zones = Intl.supportedValuesOf('timeZone')
    .filter((id) => id.includes('/'))
    .map((known): Zone => {
      const id = presentNames[known] ?? known
      return { id, label: zoneLabel(id), formerly: id === known ? undefined : known }
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
  const regions = Map.groupBy(zones, ({ id }) => id.slice(0, id.indexOf('/')))
  const groups = [...regions].map(([region, inRegion]) => ({ region, zones: inRegion }))
  const everywhere = { region: 'Everywhere', zones: [{ id: 'UTC', label: 'UTC', formerly: undefined }] }
  return [...groups.sort((a, b) => a.region.localeCompare(b.region, 'en')), everywhere]
}

/** Answers: can the clock be read in this zone? Offsets such as "+05:30" have no summer time and are not zones. */
export function isZone(id: string): boolean {
  if (!/^[A-Za-z]/.test(id)) return false
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: id }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

/** "Berlin", "Buenos Aires, Argentina" */
export function zoneLabel(id: string): string {
  return id.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ')
}
