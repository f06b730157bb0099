-- Editors for systems, sites, assessors and context items: aliases of assessors, ids that were merged away, a trail of edits,
-- several citations of one context item, and names that are found however they are spelt.

CREATE TYPE "entry_kind" AS ENUM ('system', 'site', 'assessor', 'context');
CREATE TYPE "catalogue_edit_kind" AS ENUM ('added', 'edited', 'merged', 'deleted');

CREATE TABLE "assessor_aliases" (
    "assessor_id" INTEGER NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "assessor_aliases_pkey" PRIMARY KEY ("assessor_id","alias")
);

CREATE TABLE "merged_entries" (
    "kind" "entry_kind" NOT NULL,
    "old_id" TEXT NOT NULL,
    "into_id" TEXT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merged_entries_pkey" PRIMARY KEY ("kind","old_id"),
    CONSTRAINT "merged_entries_another" CHECK ("old_id" <> "into_id")
);

CREATE TABLE "catalogue_edits" (
    "id" SERIAL NOT NULL,
    "kind" "entry_kind" NOT NULL,
    "entry_id" TEXT NOT NULL,
    "edit" "catalogue_edit_kind" NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "actor" TEXT NOT NULL,
    "actor_id" TEXT,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalogue_edits_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "catalogue_edits_with_reason" CHECK ("reason" <> '')
);

CREATE INDEX "catalogue_edits_kind_entry_id_idx" ON "catalogue_edits"("kind", "entry_id");

ALTER TABLE "assessor_aliases" ADD CONSTRAINT "assessor_aliases_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "assessors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DROP INDEX "citations_context_item_id_key";
CREATE UNIQUE INDEX "citations_context_item_id_position_key" ON "citations"("context_item_id", "position");

ALTER TABLE "context_items" ADD CONSTRAINT "context_items_place" CHECK (
  "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180
  AND ("latitude" IS NULL) = ("longitude" IS NULL));

CREATE FUNCTION refuse_catalogue_edit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the trail of edits is append-only';
END $$;
CREATE TRIGGER "catalogue_edits_append_only" BEFORE UPDATE OR DELETE ON "catalogue_edits"
  FOR EACH ROW EXECUTE FUNCTION refuse_catalogue_edit_change();

-- A name as lib/catalogue/names.ts compares it: without accents, case, spaces and punctuation. The ranges are spelt out, since
-- in a database of the locale C no letter beyond ASCII counts as one.
CREATE FUNCTION "plain_name"(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(normalize(name, NFKD)),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u0300-\u036f\u2000-\u2bff\u3000-\u303f\u3099\u309a\u30fb]+', '', 'g')
$$;

CREATE FUNCTION "is_in_name"(word text, name text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT strpos(lower(name), lower(word)) > 0
    OR (plain_name(word) <> '' AND strpos(plain_name(name), plain_name(word)) > 0)
$$;

-- Which systems have a word in a name or an alias, under the ids that they have and those that they had before a merger.
CREATE FUNCTION "systems_named"(word text) RETURNS TABLE (id text) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE named AS (
    SELECT y.id FROM systems y WHERE is_in_name(word, y.name)
    UNION SELECT a.system_id FROM system_aliases a WHERE is_in_name(word, a.alias)
  ), known AS (
    SELECT n.id FROM named n
    UNION SELECT m.old_id FROM known k JOIN merged_entries m ON m.kind = 'system' AND m.into_id = k.id
  )
  SELECT k.id FROM known k
$$;

CREATE FUNCTION "sites_named"(word text) RETURNS TABLE (id text) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE named AS (
    SELECT p.id FROM sites p WHERE is_in_name(word, p.name)
    UNION SELECT a.site_id FROM site_aliases a WHERE is_in_name(word, a.alias)
  ), known AS (
    SELECT n.id FROM named n
    UNION SELECT m.old_id FROM known k JOIN merged_entries m ON m.kind = 'site' AND m.into_id = k.id
  )
  SELECT k.id FROM known k
$$;

-- All names of the assessors that have a word in one of them.
CREATE FUNCTION "assessors_named"(word text) RETURNS TABLE (name text) LANGUAGE sql STABLE AS $$
  WITH named AS (
    SELECT r.id FROM assessors r WHERE is_in_name(word, r.name)
    UNION SELECT a.assessor_id FROM assessor_aliases a WHERE is_in_name(word, a.alias)
  )
  SELECT r.name FROM assessors r JOIN named n ON n.id = r.id
  UNION SELECT a.alias FROM assessor_aliases a JOIN named n ON n.id = a.assessor_id
$$;

-- The names that entries gave up and that have a word in them: few, where each row of the past would be many.
CREATE FUNCTION "former_names"(kind entry_kind, word text) RETURNS TABLE (name text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT d.before->>'name' FROM catalogue_edits d
  WHERE d.kind = former_names.kind AND is_in_name(word, d.before->>'name')
$$;

-- The names under which claims of one assessor stand: the one asked for, and all others that it has.
CREATE FUNCTION "assessor_names"(asked text) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH meant AS (
    SELECT r.id FROM assessors r WHERE r.name = asked OR (plain_name(asked) <> '' AND plain_name(r.name) = plain_name(asked))
    UNION SELECT a.assessor_id FROM assessor_aliases a
      WHERE a.alias = asked OR (plain_name(asked) <> '' AND plain_name(a.alias) = plain_name(asked))
  ), names AS (
    SELECT asked AS name
    UNION SELECT r.name FROM assessors r JOIN meant ON meant.id = r.id
    UNION SELECT a.alias FROM assessor_aliases a JOIN meant ON meant.id = a.assessor_id
  )
  SELECT array_agg(names.name) FROM names
$$;

-- Ids, and those that they were merged into before `until`.
CREATE FUNCTION "living_ids"(kind entry_kind, ids text[], until timestamptz) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE meant AS (
    SELECT unnest(ids) AS id
    UNION SELECT m.into_id FROM meant JOIN merged_entries m ON m.kind = living_ids.kind AND m.old_id = meant.id
      WHERE m.merged_at < until
  )
  SELECT array_agg(meant.id) FROM meant
$$;

-- As in the migration before, but of an assessor under any of its names: it may have been called otherwise at the time.
DROP FUNCTION "according_to"(jsonb, text);
CREATE FUNCTION "according_to"(snapshot jsonb, names text[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  places int[];
  claimed jsonb;
  salvos jsonb;
BEGIN
  SELECT array_agg(claim.place::int - 1) INTO places
  FROM jsonb_array_elements(snapshot->'assessments') WITH ORDINALITY AS claim (value, place)
  WHERE claim.value->>'assessor' = ANY (names);
  -- Of two claims to the same figure the later one stands.
  SELECT coalesce(jsonb_object_agg(figure.key, figure.value ORDER BY claim.place), '{}') INTO claimed
  FROM jsonb_array_elements(snapshot->'assessments') WITH ORDINALITY AS claim (value, place),
    jsonb_each(claim.value->'figures') AS figure
  WHERE claim.value->>'assessor' = ANY (names);
  SELECT coalesce(jsonb_agg(adopted_figures(salvo.value, places) ORDER BY salvo.place), '[]') INTO salvos
  FROM jsonb_array_elements(snapshot->'salvos') WITH ORDINALITY AS salvo (value, place)
  WHERE EXISTS (SELECT 1 FROM jsonb_each(salvo.value->'sources') AS source WHERE source.value::int = ANY (places));

  IF jsonb_array_length(salvos) < 2 THEN
    salvos := jsonb_build_array(
      claimed_figures(coalesce(salvos->0, adopted_figures('{"sources": {}}', places)), claimed));
  END IF;
  RETURN snapshot || jsonb_build_object('salvos', salvos);
END $$;
