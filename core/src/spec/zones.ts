import { closest } from '../closest.ts';
import { isKnownZone } from '../cron/zone.ts';

/**
 * Short names that ICU has of its own, with which `Intl` takes them: no other reader does, and its BST and IST are not
 * what most people mean.
 */
const onlyOfIcu: ReadonlySet<string> = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
);

/** Names that `Intl` knows, and lists by an older one only. */
const renamed = ['UTC', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv'];

export function isZone(name: string): boolean {
  // The list is there at once; to ask for a zone by its name takes ten times as long at first.
  listed ??= new Set(zoneNames());
  return listed.has(name) || (isKnownZone(name) && !onlyOfIcu.has(name));
}

let listed: ReadonlySet<string> | undefined;

/** The same name in the letters of the IANA list. */
export function spelledZone(name: string): string | undefined {
  const typed = name.toLowerCase();
  return zoneNames().find((zone) => zone.toLowerCase() === typed);
}

/** The zone that was probably meant: a slip in one of its parts, or a city in no region or the wrong one. */
export function closestZone(name: string): string | undefined {
  const zones = zoneNames();
  const [first = '', ...others] = name.trim().replaceAll(' ', '_').split('/');
  const city = others.length === 0 ? first : others.join('/');
  const region = closest(first, [...new Set(zones.map((zone) => zone.replace(/\/.*/, '')))]);
  const cities = zones.flatMap((zone) => (zone.startsWith(`${region}/`) ? [zone.slice(`${region}/`.length)] : []));
  const near = others.length === 0 ? undefined : closest(city, cities);
  return near === undefined
    ? zones.find((zone) => zone.toLowerCase().endsWith(`/${city.toLowerCase()}`))
    : `${region}/${near}`;
}

function zoneNames(): readonly string[] {
  return [...renamed, ...Intl.supportedValuesOf('timeZone')];
}
