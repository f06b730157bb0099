import { memo } from 'react';
import type { EventChoices } from '@/lib/catalogue/event-form-input';
import { landingAreas } from '@/lib/catalogue/vocabulary';

/** What the form's fields suggest while one types; any alias finds its system or assessor. */
export const ChoiceLists = memo(function ChoiceLists({
  choices,
  country,
}: {
  choices: EventChoices;
  country: string;
}) {
  return (
    <>
      <datalist id="systems">
        {choices.systems
          .filter((system) => !country || system.country === country)
          .flatMap((system) => [
            <option key={system.id} value={system.name} />,
            ...system.aliases.map((alias) => (
              <option key={`${system.id} ${alias}`} value={alias}>
                {system.name}
              </option>
            )),
          ])}
      </datalist>
      <datalist id="sites">
        {choices.sites
          .filter((site) => !country || site.country === country)
          .map((site) => (
            <option key={site.id} value={site.name}>
              {site.aliases.join(', ')}
            </option>
          ))}
      </datalist>
      <datalist id="assessors">
        {choices.assessors.map((name) => (
          <option key={name} value={name} />
        ))}
        {choices.assessorAliases?.map(({ alias, name }) => (
          <option key={`${name} ${alias}`} value={alias}>
            {name}
          </option>
        ))}
      </datalist>
      <datalist id="landing-areas">
        {landingAreas.map((area) => (
          <option key={area} value={area} />
        ))}
      </datalist>
    </>
  );
});
