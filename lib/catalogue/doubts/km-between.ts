type Position = { latitude: number; longitude: number };

/** The mean radius of the earth (IUGG), in km. */
const earthKm = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The distance of two positions on the ground, in km, by the haversine formula. */
export function kmBetween(one: Position, other: Position): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const a =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(one.longitude, other.longitude);
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(a)));
}
