import { AppError, type FieldError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { type EventFilter, eventFilter, type Standpoint, standpoint } from './schema';

const listKeys = ['country', 'class', 'family', 'system', 'site', 'outcome', 'status'] as const;
const textKeys = ['from', 'to', 'q', 'asKnownOn', 'accordingTo'] as const;
const numberKeys = ['minRangeKm', 'maxRangeKm', 'minApogeeKm', 'maxApogeeKm'] as const;

/** Every query parameter that belongs to the filter. */
export const filterKeys: readonly string[] = [...listKeys, ...textKeys, ...numberKeys];

/**
 * The filter in a query string. Lists may be written `class=ICBM,SLBM` or `class=ICBM&class=SLBM`; empty values,
 * which a form sends for what was left open, are no values. Other parameters are left alone.
 * @throws AppError `invalid`, with the parameter as the path
 */
export function filterFromUrl(params: URLSearchParams): EventFilter {
  const raw: Record<string, unknown> = {};
  for (const key of listKeys) {
    const values = params
      .getAll(key)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter(Boolean);
    if (values.length > 0) raw[key] = [...new Set(values)];
  }
  for (const key of textKeys) {
    const value = params.get(key)?.trim();
    if (value) raw[key] = value;
  }
  for (const key of numberKeys) {
    const value = params.get(key)?.trim();
    if (value) raw[key] = Number(value);
  }
  return parseParameters(raw);
}

/**
 * The filter in a query string, without the parameters that cannot be understood: each is reported, so that a link with a
 * slip in it still shows the rest.
 */
export function readableFilter(params: URLSearchParams): { filter: EventFilter; errors: FieldError[] } {
  try {
    return { filter: filterFromUrl(params), errors: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid' || error.errors.length === 0) throw error;
    const rest = new URLSearchParams(params);
    // The message continues the value: "2019-01-01" is before "from".
    const errors = error.errors.map(({ path, message }) => ({
      path,
      message: message.replace(/^is /, `"${params.get(path)}" is `),
    }));
    for (const { path } of errors) rest.delete(path);
    // Only once these are gone are the others seen against each other.
    const further = readableFilter(rest);
    return { filter: further.filter, errors: [...errors, ...further.errors] };
  }
}

/** The query parameters of a standpoint, where there is no filter besides. */
export const standpointKeys = ['asKnownOn', 'accordingTo'] as const;

/** The standpoint in a query string, for what is one event. @throws AppError `invalid`, with the parameter as the path */
export function standpointFromUrl(params: URLSearchParams): Standpoint {
  return parse(
    standpoint,
    Object.fromEntries(standpointKeys.map((key) => [key, params.get(key)?.trim() || undefined])),
  );
}

/** The same for a page: what cannot be understood is left out, and reported. */
export function readableStandpoint(params: URLSearchParams): {
  standpoint: Standpoint;
  errors: FieldError[];
} {
  const own = new URLSearchParams([...params].filter(([key]) => standpointKeys.some((name) => name === key)));
  const { filter, errors } = readableFilter(own);
  return { standpoint: { asKnownOn: filter.asKnownOn, accordingTo: filter.accordingTo }, errors };
}

/** `?asKnownOn=2022-03-25`, to stand behind a path; empty for the catalogue as it stands. */
export function standpointQuery(standpoint: Standpoint): string {
  const params = new URLSearchParams();
  for (const key of standpointKeys) {
    const value = standpoint[key];
    if (value !== undefined) params.set(key, value);
  }
  return params.size > 0 ? `?${params}` : '';
}

/** Next's form of a query string, as the standard one. */
export function toSearchParams(record: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(record)) {
    for (const one of value === undefined ? [] : [value].flat()) params.append(key, one);
  }
  return params;
}

/** `class.0`, as the schema says, is the parameter `class` to whoever wrote the address. */
function parseParameters(raw: Record<string, unknown>): EventFilter {
  try {
    return parse(eventFilter, raw);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const errors = error.errors.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ''), message }));
    throw new AppError(error.code, error.message, errors);
  }
}

/** The query string of a filter, in a fixed order, so that one view has one address. Empty for `everything`. */
export function filterToUrl(filter: EventFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of listKeys) {
    if (filter[key].length > 0) params.set(key, filter[key].join(','));
  }
  for (const key of ['from', 'to', 'q', ...numberKeys, 'asKnownOn', 'accordingTo'] as const) {
    const value = filter[key];
    if (value !== undefined) params.set(key, String(value));
  }
  return params;
}
