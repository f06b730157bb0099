-- The catalogue as it stood before a moment, and as one assessor has it, in the shape of the tables that hold it now.
-- Everything is read back from the revisions: what a snapshot does not say was not known.

CREATE INDEX "revisions_event_id_number_desc" ON "revisions" ("event_id", "number" DESC);

-- A salvo with only those of its figures that were adopted from the claims at these places, from 0.
CREATE FUNCTION "adopted_figures"(salvo jsonb, places int[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object(
    'system', CASE WHEN adopted ? 'system' THEN salvo->'system' END,
    'systemName', CASE WHEN adopted ? 'system' THEN salvo->'systemName' END,
    'class', CASE WHEN adopted ? 'class' THEN salvo->>'class' ELSE 'unknown' END,
    'site', CASE WHEN adopted ? 'site' THEN salvo->'site' END,
    'siteName', CASE WHEN adopted ? 'site' THEN salvo->'siteName' END,
    'siteText', CASE WHEN adopted ? 'site' THEN salvo->'siteText' END,
    'launchedAt', CASE WHEN adopted ? 'launchedAt' THEN salvo->'launchedAt' END,
    'countMin', CASE WHEN adopted ? 'count' THEN salvo->'countMin' ELSE '1' END,
    'countMax', CASE WHEN adopted ? 'count' THEN salvo->'countMax' END,
    'countText', CASE WHEN adopted ? 'count' THEN salvo->'countText' END,
    'distanceKm', CASE WHEN adopted ? 'distanceKm' THEN salvo->'distanceKm' END,
    'apogeeKm', CASE WHEN adopted ? 'apogeeKm' THEN salvo->'apogeeKm' END,
    'bearingDeg', CASE WHEN adopted ? 'bearingDeg' THEN salvo->'bearingDeg' END,
    'landingArea', CASE WHEN adopted ? 'landingArea' THEN salvo->'landingArea' END,
    'outcome', CASE WHEN adopted ? 'outcome' THEN salvo->>'outcome' ELSE 'unknown' END,
    'sources', adopted)
  FROM (
    SELECT coalesce(jsonb_object_agg(source.key, source.value), '{}') AS adopted
    FROM jsonb_each(salvo->'sources') AS source
    WHERE source.value::int = ANY (places)
  ) AS those
$$;

-- The same salvo with what its assessor claimed of the event wherever no figure was adopted.
CREATE FUNCTION "claimed_figures"(salvo jsonb, claimed jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT salvo
    || CASE WHEN claimed ? 'class' AND salvo->>'class' = 'unknown' THEN jsonb_build_object('class', claimed->'class') ELSE '{}' END
    || CASE WHEN claimed ? 'outcome' AND salvo->>'outcome' = 'unknown' THEN jsonb_build_object('outcome', claimed->'outcome') ELSE '{}' END
    || CASE WHEN salvo->'sources' ? 'count' THEN '{}' ELSE jsonb_build_object(
      'countMin', coalesce(claimed->'countMin', '1'), 'countMax', claimed->'countMax', 'countText', claimed->'countText') END
    || CASE WHEN claimed ? 'system' AND salvo->>'system' IS NULL THEN jsonb_build_object(
      'systemName', claimed->'system',
      'system', (
        SELECT y.id FROM systems y LEFT JOIN system_aliases a ON a.system_id = y.id
        WHERE lower(claimed->>'system') IN (lower(y.name), lower(a.alias)) ORDER BY y.id LIMIT 1)) ELSE '{}' END
    || CASE WHEN claimed ? 'site' AND salvo->>'siteName' IS NULL THEN jsonb_build_object(
      'siteName', claimed->'site', 'siteText', claimed->'site',
      'site', (
        SELECT p.id FROM sites p LEFT JOIN site_aliases a ON a.site_id = p.id
        WHERE lower(claimed->>'site') IN (lower(p.name), lower(a.alias)) ORDER BY p.id LIMIT 1)) ELSE '{}' END
    || coalesce((
      SELECT jsonb_object_agg(figure.key, figure.value) FROM jsonb_each(claimed) AS figure
      WHERE figure.key IN ('launchedAt', 'distanceKm', 'apogeeKm', 'bearingDeg', 'landingArea')
        AND salvo->>figure.key IS NULL), '{}')
$$;

-- An event with the figures of one assessor alone. Where they belong to several salvos of record these stay apart; else they
-- are one salvo, of what it claimed of the event as a whole. Of what it did not say nothing is known.
CREATE FUNCTION "according_to"(snapshot jsonb, assessor text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  places int[];
  claimed jsonb;
  salvos jsonb;
BEGIN
  SELECT array_agg(claim.place::int - 1) INTO places
  FROM jsonb_array_elements(snapshot->'assessments') WITH ORDINALITY AS claim (value, place)
  WHERE claim.value->>'assessor' = assessor;
  -- Of two claims to the same figure the later one stands.
  SELECT coalesce(jsonb_object_agg(figure.key, figure.value ORDER BY claim.place), '{}') INTO claimed
  FROM jsonb_array_elements(snapshot->'assessments') WITH ORDINALITY AS claim (value, place),
    jsonb_each(claim.value->'figures') AS figure
  WHERE claim.value->>'assessor' = assessor;
  SELECT coalesce(jsonb_agg(adopted_figures(salvo.value, places) ORDER BY salvo.place), '[]') INTO salvos
  FROM jsonb_array_elements(snapshot->'salvos') WITH ORDINALITY AS salvo (value, place)
  WHERE EXISTS (SELECT 1 FROM jsonb_each(salvo.value->'sources') AS source WHERE source.value::int = ANY (places));

  IF jsonb_array_length(salvos) < 2 THEN
    salvos := jsonb_build_array(
      claimed_figures(coalesce(salvos->0, adopted_figures('{"sources": {}}', places)), claimed));
  END IF;
  RETURN snapshot || jsonb_build_object('salvos', salvos);
END $$;

-- The public events as they were kept last before `until`; with an assessor, those of which it said something, as it has them.
CREATE FUNCTION "snapshots_known"(until timestamptz, assessor text) RETURNS TABLE (event_id int, snapshot jsonb)
LANGUAGE sql STABLE AS $$
  SELECT kept.event_id, CASE WHEN assessor IS NULL THEN kept.snapshot ELSE according_to(kept.snapshot, assessor) END
  FROM (
    SELECT DISTINCT ON (r.event_id) r.event_id, r.snapshot
    FROM revisions r WHERE r.created_at < until ORDER BY r.event_id, r.number DESC
  ) AS kept
  WHERE kept.snapshot->>'status' <> 'draft'
    AND (assessor IS NULL OR kept.snapshot->'assessments' @> jsonb_build_array(jsonb_build_object('assessor', assessor)))
$$;

CREATE FUNCTION "events_known"(until timestamptz, assessor text) RETURNS TABLE (
  id int, slug text, country_id text, local_date date, local_date_last date, date_precision date_precision,
  status event_status, notes text, updated_at timestamptz, snapshot jsonb
) LANGUAGE sql STABLE AS $$
  SELECT k.event_id, k.snapshot->>'slug', k.snapshot->>'country', dated.first,
    CASE k.snapshot->>'datePrecision'
      WHEN 'day' THEN dated.first
      WHEN 'month' THEN (dated.first + interval '1 month' - interval '1 day')::date
      ELSE (dated.first + interval '1 year' - interval '1 day')::date END,
    (k.snapshot->>'datePrecision')::date_precision, (k.snapshot->>'status')::event_status, k.snapshot->>'notes',
    (k.snapshot->>'updatedAt')::timestamptz, k.snapshot
  FROM snapshots_known(until, assessor) AS k,
    LATERAL (SELECT rpad(k.snapshot->>'localDate', 10, CASE length(k.snapshot->>'localDate') WHEN 7 THEN '-01' ELSE '-01-01' END)::date AS first) AS dated
$$;

CREATE FUNCTION "salvos_known"(until timestamptz, assessor text) RETURNS TABLE (
  event_id int, "position" int, system_id text, system_name text, class_id text, site_id text, site_name text, site_text text,
  launched_at timestamptz, count_min int, count_max int, count_text text, distance_km float8, apogee_km float8,
  bearing_deg float8, landing_area text, outcome outcome
) LANGUAGE sql STABLE AS $$
  SELECT k.event_id, salvo.place::int, s->>'system', s->>'systemName', s->>'class', s->>'site', s->>'siteName', s->>'siteText',
    (s->>'launchedAt')::timestamptz, (s->>'countMin')::int, (s->>'countMax')::int, s->>'countText', (s->>'distanceKm')::float8,
    (s->>'apogeeKm')::float8, (s->>'bearingDeg')::float8, s->>'landingArea', (s->>'outcome')::outcome
  FROM snapshots_known(until, assessor) AS k, jsonb_array_elements(k.snapshot->'salvos') WITH ORDINALITY AS salvo (s, place)
$$;

CREATE FUNCTION "claims_known"(until timestamptz, assessor text) RETURNS TABLE (event_id int, assessor text, text text)
LANGUAGE sql STABLE AS $$
  SELECT k.event_id, claim->>'assessor', claim->>'text'
  FROM snapshots_known($1, $2) AS k, jsonb_array_elements(k.snapshot->'assessments') AS claim
$$;
