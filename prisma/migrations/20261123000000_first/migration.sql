-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "family" AS ENUM ('ballistic', 'cruise', 'space_launch', 'unknown');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'year');

-- CreateEnum
CREATE TYPE "event_status" AS ENUM ('draft', 'preliminary', 'confirmed', 'disputed', 'withdrawn');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('success', 'failure', 'unknown');

-- CreateEnum
CREATE TYPE "assessment_status" AS ENUM ('preliminary', 'final');

-- CreateEnum
CREATE TYPE "checked_state" AS ENUM ('yes', 'partly', 'no');

-- CreateEnum
CREATE TYPE "position_precision" AS ENUM ('exact', 'town', 'region');

-- CreateEnum
CREATE TYPE "context_kind" AS ENUM ('statement', 'summit', 'military-exercise', 'unsc-resolution', 'unsc-veto', 'sanctions', 'election', 'anniversary', 'nuclear-test', 'moratorium-declared', 'moratorium-ended', 'other');

-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('recorded', 'edited', 'published', 'recalled', 'withdrawn');

-- CreateEnum
CREATE TYPE "cadence" AS ENUM ('immediate', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "alert_kind" AS ENUM ('new_event', 'update', 'withdrawal', 'digest');

-- CreateEnum
CREATE TYPE "delivery_channel" AS ENUM ('email');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('pending', 'sent', 'deferred', 'failed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'analyst', 'editor', 'admin');

-- CreateTable
CREATE TABLE "catalogue" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "countries" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "countries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classes" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "family" "family" NOT NULL,
    "min_range_km" INTEGER,
    "max_range_km" INTEGER,
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "classes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "systems" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country_id" TEXT NOT NULL,
    "class_id" TEXT NOT NULL,
    "notes" TEXT,

    CONSTRAINT "systems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "system_aliases" (
    "system_id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "system_aliases_pkey" PRIMARY KEY ("system_id","alias")
);

-- CreateTable
CREATE TABLE "sites" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country_id" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "position_precision" "position_precision",

    CONSTRAINT "sites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_aliases" (
    "site_id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "site_aliases_pkey" PRIMARY KEY ("site_id","alias")
);

-- CreateTable
CREATE TABLE "assessors" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "country_id" TEXT,

    CONSTRAINT "assessors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "country_id" TEXT NOT NULL,
    "local_date" DATE NOT NULL,
    "local_date_last" DATE NOT NULL,
    "date_precision" "date_precision" NOT NULL DEFAULT 'day',
    "status" "event_status" NOT NULL DEFAULT 'draft',
    "status_reason" TEXT,
    "notes" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "salvos" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "system_id" TEXT,
    "class_id" TEXT NOT NULL DEFAULT 'unknown',
    "site_id" TEXT,
    "site_text" TEXT,
    "launched_at" TIMESTAMPTZ(3),
    "count_min" INTEGER NOT NULL,
    "count_max" INTEGER,
    "count_text" TEXT,
    "distance_km" DOUBLE PRECISION,
    "apogee_km" DOUBLE PRECISION,
    "bearing_deg" DOUBLE PRECISION,
    "landing_area" TEXT,
    "outcome" "outcome" NOT NULL DEFAULT 'unknown',

    CONSTRAINT "salvos_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "salvo_figure_sources" (
    "salvo_id" INTEGER NOT NULL,
    "figure" TEXT NOT NULL,
    "assessment_id" INTEGER NOT NULL,

    CONSTRAINT "salvo_figure_sources_pkey" PRIMARY KEY ("salvo_id","figure")
);

-- CreateTable
CREATE TABLE "assessments" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "assessor_id" INTEGER NOT NULL,
    "stated_on" DATE,
    "stated_on_text" TEXT,
    "text" TEXT NOT NULL,
    "hedge" TEXT,
    "status" "assessment_status" NOT NULL DEFAULT 'preliminary',
    "likelihood" TEXT,
    "confidence" TEXT,
    "source_reliability" TEXT,
    "info_credibility" INTEGER,
    "figures" JSONB NOT NULL DEFAULT '{}',
    "citation_id" INTEGER,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER,
    "context_item_id" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 1,
    "publisher" TEXT NOT NULL,
    "title" TEXT,
    "url" TEXT NOT NULL,
    "published_on" DATE,
    "archived_url" TEXT,
    "checked" "checked_state" NOT NULL DEFAULT 'no',

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "revision_kind" NOT NULL,
    "snapshot" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "actor_id" TEXT,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "context_items" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "end_date" DATE,
    "kind" "context_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "country_id" TEXT,
    "place" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "context_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscribers" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "confirmed_at" TIMESTAMPTZ(3),
    "suppressed_at" TIMESTAMPTZ(3),
    "suppressed_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscribers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "id" SERIAL NOT NULL,
    "subscriber_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "countries" TEXT[],
    "classes" TEXT[],
    "families" TEXT[],
    "systems" TEXT[],
    "sites" TEXT[],
    "cadence" "cadence" NOT NULL DEFAULT 'immediate',
    "novel_only" BOOLEAN NOT NULL DEFAULT false,
    "min_missiles" INTEGER NOT NULL DEFAULT 1,
    "updates" BOOLEAN NOT NULL DEFAULT true,
    "withdrawals" BOOLEAN NOT NULL DEFAULT true,
    "confirm_token_hash" TEXT,
    "confirm_expires_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alerts" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "alert_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" SERIAL NOT NULL,
    "alert_id" INTEGER NOT NULL,
    "subscriber_id" INTEGER NOT NULL,
    "subscription_id" INTEGER NOT NULL,
    "channel" "delivery_channel" NOT NULL DEFAULT 'email',
    "address" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMPTZ(3),
    "server_answer" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'viewer',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_links" (
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_answers" (
    "api_key_id" INTEGER NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY ("api_key_id","idempotency_key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "countries_name_key" ON "countries"("name");

-- CreateIndex
CREATE UNIQUE INDEX "classes_name_key" ON "classes"("name");

-- CreateIndex
CREATE UNIQUE INDEX "classes_position_key" ON "classes"("position");

-- CreateIndex
CREATE UNIQUE INDEX "systems_country_id_name_key" ON "systems"("country_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "sites_country_id_name_key" ON "sites"("country_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "assessors_name_key" ON "assessors"("name");

-- CreateIndex
CREATE UNIQUE INDEX "events_slug_key" ON "events"("slug");

-- CreateIndex
CREATE INDEX "events_country_id_local_date_idx" ON "events"("country_id", "local_date");

-- CreateIndex
CREATE INDEX "events_status_local_date_idx" ON "events"("status", "local_date");

-- CreateIndex
CREATE INDEX "salvos_class_id_idx" ON "salvos"("class_id");

-- CreateIndex
CREATE INDEX "salvos_system_id_idx" ON "salvos"("system_id");

-- CreateIndex
CREATE INDEX "salvos_site_id_idx" ON "salvos"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "salvos_event_id_position_key" ON "salvos"("event_id", "position");

-- CreateIndex
CREATE INDEX "salvo_figure_sources_assessment_id_idx" ON "salvo_figure_sources"("assessment_id");

-- CreateIndex
CREATE INDEX "assessments_assessor_id_idx" ON "assessments"("assessor_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessments_event_id_position_key" ON "assessments"("event_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "citations_context_item_id_key" ON "citations"("context_item_id");

-- CreateIndex
CREATE INDEX "citations_url_idx" ON "citations"("url");

-- CreateIndex
CREATE UNIQUE INDEX "citations_event_id_position_key" ON "citations"("event_id", "position");

-- CreateIndex
CREATE INDEX "revisions_created_at_idx" ON "revisions"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_event_id_number_key" ON "revisions"("event_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "context_items_slug_key" ON "context_items"("slug");

-- CreateIndex
CREATE INDEX "context_items_date_idx" ON "context_items"("date");

-- CreateIndex
CREATE UNIQUE INDEX "subscribers_email_key" ON "subscribers"("email");

-- CreateIndex
CREATE UNIQUE INDEX "subscribers_token_hash_key" ON "subscribers"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_confirm_token_hash_key" ON "subscriptions"("confirm_token_hash");

-- CreateIndex
CREATE INDEX "subscriptions_subscriber_id_idx" ON "subscriptions"("subscriber_id");

-- CreateIndex
CREATE UNIQUE INDEX "alerts_event_id_revision_kind_key" ON "alerts"("event_id", "revision", "kind");

-- CreateIndex
CREATE INDEX "deliveries_state_next_attempt_at_idx" ON "deliveries"("state", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_alert_id_subscriber_id_channel_key" ON "deliveries"("alert_id", "subscriber_id", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_name_key" ON "api_keys"("name");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- AddForeignKey
ALTER TABLE "systems" ADD CONSTRAINT "systems_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "systems" ADD CONSTRAINT "systems_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "system_aliases" ADD CONSTRAINT "system_aliases_system_id_fkey" FOREIGN KEY ("system_id") REFERENCES "systems"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sites" ADD CONSTRAINT "sites_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_aliases" ADD CONSTRAINT "site_aliases_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessors" ADD CONSTRAINT "assessors_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_system_id_fkey" FOREIGN KEY ("system_id") REFERENCES "systems"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "classes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "salvo_figure_sources" ADD CONSTRAINT "salvo_figure_sources_salvo_id_fkey" FOREIGN KEY ("salvo_id") REFERENCES "salvos"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "salvo_figure_sources" ADD CONSTRAINT "salvo_figure_sources_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "assessors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_context_item_id_fkey" FOREIGN KEY ("context_item_id") REFERENCES "context_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "context_items" ADD CONSTRAINT "context_items_country_id_fkey" FOREIGN KEY ("country_id") REFERENCES "countries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscribers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alerts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscribers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_answers" ADD CONSTRAINT "idempotent_answers_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma has no words for: limits that hold whoever writes.

INSERT INTO "catalogue" ("id", "version") VALUES (1, 0);
ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_one_row" CHECK ("id" = 1);

ALTER TABLE "countries" ADD CONSTRAINT "countries_id_iso" CHECK ("id" ~ '^[A-Z]{2}$');
ALTER TABLE "classes" ADD CONSTRAINT "classes_range" CHECK ("min_range_km" >= 0 AND "max_range_km" > "min_range_km");
ALTER TABLE "sites" ADD CONSTRAINT "sites_position" CHECK (
  "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180
  AND ("latitude" IS NULL) = ("longitude" IS NULL));

ALTER TABLE "events" ADD CONSTRAINT "events_slug_form" CHECK ("slug" ~ '^[a-z]{2}-[0-9]{4}(-[0-9]+)*$');
ALTER TABLE "events" ADD CONSTRAINT "events_revision_positive" CHECK ("revision" >= 1);
ALTER TABLE "events" ADD CONSTRAINT "events_date_matches_precision" CHECK (
  CASE "date_precision"
    WHEN 'day' THEN "local_date_last" = "local_date"
    WHEN 'month' THEN "local_date" = date_trunc('month', "local_date"::timestamp)::date
      AND "local_date_last" = ("local_date" + interval '1 month' - interval '1 day')::date
    ELSE "local_date" = date_trunc('year', "local_date"::timestamp)::date
      AND "local_date_last" = ("local_date" + interval '1 year' - interval '1 day')::date
  END);
ALTER TABLE "events" ADD CONSTRAINT "events_published_unless_draft" CHECK ("status" = 'draft' OR "published_at" IS NOT NULL);
ALTER TABLE "events" ADD CONSTRAINT "events_withdrawn_with_reason" CHECK ("status" <> 'withdrawn' OR "status_reason" <> '');

ALTER TABLE "salvos" ADD CONSTRAINT "salvos_count_min" CHECK ("count_min" >= 1);
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_count_max" CHECK ("count_max" >= "count_min");
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_distance" CHECK ("distance_km" >= 0);
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_apogee" CHECK ("apogee_km" >= 0);
ALTER TABLE "salvos" ADD CONSTRAINT "salvos_bearing" CHECK ("bearing_deg" >= 0 AND "bearing_deg" < 360);

ALTER TABLE "assessments" ADD CONSTRAINT "assessments_source_reliability" CHECK ("source_reliability" ~ '^[A-F]$');
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_info_credibility" CHECK ("info_credibility" BETWEEN 1 AND 6);
ALTER TABLE "citations" ADD CONSTRAINT "citations_one_owner" CHECK (("event_id" IS NULL) <> ("context_item_id" IS NULL));
ALTER TABLE "context_items" ADD CONSTRAINT "context_items_span" CHECK ("end_date" >= "date");

ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_email_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_min_missiles" CHECK ("min_missiles" >= 1);
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_attempts" CHECK ("attempts" >= 0);

-- Revisions are append-only. They go only with their event, and an event goes only while nobody has seen it.
CREATE FUNCTION refuse_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'revisions are append-only';
END $$;
CREATE TRIGGER "revisions_append_only" BEFORE UPDATE OR DELETE ON "revisions"
  FOR EACH ROW EXECUTE FUNCTION refuse_revision_change();

CREATE FUNCTION refuse_published_event_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" <> 'draft' THEN
    RAISE EXCEPTION 'a published event is withdrawn, never deleted';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "events_never_deleted" BEFORE DELETE ON "events"
  FOR EACH ROW EXECUTE FUNCTION refuse_published_event_delete();
