-- Alerts of every kind: rules from any view, digests, quiet hours, bursts, threads, webhooks.

ALTER TYPE "alert_kind" ADD VALUE 'context';
ALTER TYPE "delivery_channel" ADD VALUE 'webhook';
ALTER TYPE "delivery_state" ADD VALUE 'collected';
ALTER TYPE "delivery_state" ADD VALUE 'folded';

ALTER TABLE "subscribers"
    ADD COLUMN "paused_until" TIMESTAMPTZ(3),
    ADD COLUMN "quiet_from" INTEGER,
    ADD COLUMN "quiet_to" INTEGER,
    ADD COLUMN "quiet_except" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "burst_hours" INTEGER,
    ADD CONSTRAINT "subscribers_quiet_hours" CHECK (
        ("quiet_from" IS NULL) = ("quiet_to" IS NULL)
        AND "quiet_from" BETWEEN 0 AND 1439 AND "quiet_to" BETWEEN 0 AND 1439 AND "quiet_from" <> "quiet_to"),
    ADD CONSTRAINT "subscribers_burst_hours" CHECK ("burst_hours" BETWEEN 1 AND 72);

CREATE TABLE "webhooks" (
    "id" SERIAL NOT NULL,
    "subscriber_id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failing_since" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "last_answer" TEXT,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhooks_format" CHECK ("format" IN ('json', 'slack', 'discord', 'teams', 'mattermost'))
);
CREATE UNIQUE INDEX "webhooks_subscriber_id_url_key" ON "webhooks"("subscriber_id", "url");
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscribers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "subscriptions"
    ADD COLUMN "outcomes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "statuses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "min_range_km" DOUBLE PRECISION,
    ADD COLUMN "max_range_km" DOUBLE PRECISION,
    ADD COLUMN "min_apogee_km" DOUBLE PRECISION,
    ADD COLUMN "max_apogee_km" DOUBLE PRECISION,
    ADD COLUMN "text" TEXT,
    ADD COLUMN "digest_hour" INTEGER NOT NULL DEFAULT 8,
    ADD COLUMN "digest_weekday" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "update_percent" INTEGER,
    ADD COLUMN "context" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "webhook_id" INTEGER,
    ADD CONSTRAINT "subscriptions_digest_time" CHECK ("digest_hour" BETWEEN 0 AND 23 AND "digest_weekday" BETWEEN 1 AND 7),
    ADD CONSTRAINT "subscriptions_update_percent" CHECK ("update_percent" BETWEEN 0 AND 1000),
    ADD CONSTRAINT "subscriptions_spans" CHECK (
        "min_range_km" >= 0 AND "max_range_km" >= 0 AND "min_apogee_km" >= 0 AND "max_apogee_km" >= 0);
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "alerts"
    ALTER COLUMN "event_id" DROP NOT NULL,
    ALTER COLUMN "revision" DROP NOT NULL,
    ADD COLUMN "context_item_id" INTEGER,
    ADD COLUMN "digest_key" TEXT,
    ADD COLUMN "payload" JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN "overdue_reported_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "alerts_event_and_revision" CHECK (("event_id" IS NULL) = ("revision" IS NULL));
CREATE UNIQUE INDEX "alerts_digest_key_key" ON "alerts"("digest_key");
CREATE UNIQUE INDEX "alerts_context_item_id_kind_key" ON "alerts"("context_item_id", "kind");
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_context_item_id_fkey" FOREIGN KEY ("context_item_id") REFERENCES "context_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "alert_images" (
    "alert_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "png" BYTEA NOT NULL,

    CONSTRAINT "alert_images_pkey" PRIMARY KEY ("alert_id","name")
);
ALTER TABLE "alert_images" ADD CONSTRAINT "alert_images_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alerts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "deliveries" ADD COLUMN "folded_into" INTEGER;
DROP INDEX "deliveries_alert_id_subscriber_id_channel_key";
CREATE UNIQUE INDEX "deliveries_alert_id_subscriber_id_channel_address_key" ON "deliveries"("alert_id", "subscriber_id", "channel", "address");
CREATE INDEX "deliveries_subscriber_id_id_idx" ON "deliveries"("subscriber_id", "id");
CREATE INDEX "deliveries_folded_into_idx" ON "deliveries"("folded_into");
