import type { Corpus } from "../corpus/open-corpus";
import type { CityMention } from "../measure/city-mentions";
import type { Plot } from "./plot";
import { type MapArea, worldMap } from "./world-map";

/**
 * Show on a map in how many posts each city is named.
 *
 * @param mentions      as `cityMentions` gives them; cities that nobody names are left out
 * @param options.area  part of the world; by default what holds all cities that are named
 * @returns the figure; a sentence where no city of the area is named
 */
export function cityMap(
  corpus: Pick<Corpus, "kind">,
  mentions: readonly CityMention[],
  {
    title,
    subtitle,
    area,
  }: { readonly title: string; readonly subtitle: string; readonly area?: MapArea },
): Plot | string {
  const isShown = ({ longitude, latitude }: CityMention): boolean =>
    area === undefined ||
    (longitude >= area.west &&
      longitude <= area.east &&
      latitude >= area.south &&
      latitude <= area.north);
  const named = mentions.filter((mention) => mention.documents.length > 0 && isShown(mention));
  if (named.length === 0) return `${title}: none is named.`;
  const first = [...named].sort((a, b) => b.documents.length - a.documents.length).slice(0, 3);
  return worldMap(named, {
    label: "city",
    latitude: "latitude",
    longitude: "longitude",
    value: ({ documents }) => documents.length,
    ...(area === undefined ? {} : { area }),
    title,
    subtitle,
    alt:
      `${named.length} cities as circles on a map; most posts name ` +
      `${first.map(({ city, documents }) => `${city} (${documents.length})`).join(", ")}.`,
    corpus: corpus.kind,
  });
}
