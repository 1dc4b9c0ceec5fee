/** Zone abbreviations that people write in tables, in minutes east of UTC. Ambiguous ones have their usual meaning in operations. */
export const ZONE_OFFSETS: Readonly<Record<string, number>> = {
  Z: 0, UTC: 0, GMT: 0, WET: 0,
  BST: 60, CET: 60, WEST: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180,
  EST: -300, EDT: -240, ET: -300, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, PT: -480, AKST: -540, HST: -600,
  IST: 330, SGT: 480, HKT: 480, AWST: 480, JST: 540, KST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780, BRT: -180, ART: -180,
};

/** The minutes east of UTC of `UTC`, `CET`, `+02:00`, `UTC+2`; `null` for an unknown zone. */
export function zoneOffset(zone: string): number | null {
  const known = ZONE_OFFSETS[zone.toUpperCase()];
  if (known !== undefined) return known;
  const match = /^(?:UTC|GMT)?([+\-−])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '+' ? minutes : -minutes;
}
