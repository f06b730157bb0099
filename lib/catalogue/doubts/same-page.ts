/**
 * The pages that a citation leads to, each written the same way however its address was: its own, and that of its archived
 * copy, or what these are copies of. Two citations are of the same page where they have one of these in common.
 * Nothing where there is no web address yet.
 */
export function pagesOf({ url, archivedUrl }: { url: string; archivedUrl: string | null }): string[] {
  const addresses = [url, archivedUrl ?? ''].flatMap((address) => [originalOf(address), address]);
  return [...new Set(addresses.flatMap((address) => normalised(address) ?? []))];
}

/** The address that an archived copy was made of, where its own address says so; else the address as it is. */
export function originalOf(address: string): string {
  const url = asWebUrl(address);
  if (!url || !isArchived(address)) return address;
  const copied = /\/(https?:\/{1,2}.+)$/i.exec(url.pathname + url.search)?.[1];
  // Some browsers and servers make one slash of two.
  return copied ? copied.replace(/^(https?:)\/{1,2}/i, '$1//') : address;
}

/** Whether an address is one of an archive of pages. */
export function isArchived(address: string): boolean {
  return archiveHost.test(asWebUrl(address)?.host ?? '');
}

const archiveHost =
  /(^|\.)(archive\.org|archive\.(today|ph|is|li|md|vn|fo)|perma\.cc|webcitation\.org|ghostarchive\.org)$/i;

/** Parameters that say where a reader came from, and nothing about what is read. */
const trackingParameter =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid|cmp|ref|ref_src|referrer|smid|smtyp|outputType|amp)$/i;

/** The news agency Yonhap names the section in which a reader found an article. */
const sectionOfYonhap = (host: string, name: string) => name === 'section' && /(^|\.)yna\.co\.kr$/.test(host);

/**
 * `https://www.example.org/a/?utm_source=x#top` → `example.org/a`. Left out: scheme, `www.`, slash at the end, fragment,
 * tracking parameters, the versions for phones (`/amp`); parameters are put in order. Null where it is no web address.
 */
function normalised(address: string): string | null {
  const url = asWebUrl(address);
  if (!url) return null;
  const host = url.host.replace(/^www\./, '').replace(/\.$/, '');
  const path = url.pathname
    .replace(/^\/amp(?=\/)/, '')
    .replace(/\/+$/, '')
    .replace(/\/amp$/, '')
    .replace(/\/+$/, '');
  const query = [...url.searchParams]
    .filter(([name]) => !trackingParameter.test(name) && !sectionOfYonhap(host, name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  return host + readable(path) + (query ? `?${query}` : '');
}

function asWebUrl(address: string): URL | null {
  const trimmed = address.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return /^https?:$/.test(url.protocol) ? url : null;
}

/** An address with escapes and the same one without them are one page. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // an escape of no character: then it stays as it is
  }
}
