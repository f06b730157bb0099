-- What an assessor has of an event is dear to work out, and changes its salvos alone. Beside it stands the event as it was
-- kept, from which everything else is read: so it is worked out for those events only whose salvos are asked for.

DROP FUNCTION "events_known"(timestamptz, text);
DROP FUNCTION "salvos_known"(timestamptz, text);
DROP FUNCTION "claims_known"(timestamptz, text);
DROP FUNCTION "snapshots_known"(timestamptz, text);

-- The public events as they were kept last before `until`; with an assessor, those of which it said something, and as it has them.
CREATE FUNCTION "snapshots_known"(until timestamptz, assessor text) RETURNS TABLE (event_id int, kept jsonb, snapshot jsonb)
LANGUAGE sql STABLE AS $$
  SELECT latest.event_id, latest.snapshot,
    CASE WHEN assessor IS NULL THEN latest.snapshot
      ELSE according_to(latest.snapshot, (SELECT assessor_names(assessor))) END
  FROM (
    SELECT DISTINCT ON (r.event_id) r.event_id, r.snapshot
    FROM revisions r WHERE r.created_at < until ORDER BY r.event_id, r.number DESC
  ) AS latest
  WHERE latest.snapshot->>'status' <> 'draft'
    AND (assessor IS NULL OR EXISTS (
      SELECT 1 FROM jsonb_array_elements(latest.snapshot->'assessments') AS claim
      WHERE claim->>'assessor' = ANY ((SELECT assessor_names(assessor))::text[])))
$$;

CREATE FUNCTION "events_known"(until timestamptz, assessor text) RETURNS TABLE (
  id int, slug text, country_id text, local_date date, local_date_last date, date_precision date_precision,
  status event_status, notes text, updated_at timestamptz, snapshot jsonb
) LANGUAGE sql STABLE AS $$
  SELECT k.event_id, k.kept->>'slug', k.kept->>'country', dated.first,
    CASE k.kept->>'datePrecision'
      WHEN 'day' THEN dated.first
      WHEN 'month' THEN (dated.first + interval '1 month' - interval '1 day')::date
      ELSE (dated.first + interval '1 year' - interval '1 day')::date END,
    (k.kept->>'datePrecision')::date_precision, (k.kept->>'status')::event_status, k.kept->>'notes',
    (k.kept->>'updatedAt')::timestamptz, k.snapshot
  FROM snapshots_known(until, assessor) AS k,
    LATERAL (SELECT rpad(k.kept->>'localDate', 10, CASE length(k.kept->>'localDate') WHEN 7 THEN '-01' ELSE '-01-01' END)::date AS first) AS dated
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
  FROM snapshots_known($1, $2) AS k, jsonb_array_elements(k.kept->'assessments') AS claim
$$;
