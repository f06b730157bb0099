-- A draft is submitted for review, and talked about; readers say what is wrong with a public event.

ALTER TABLE "events" ADD COLUMN "submitted_at" TIMESTAMPTZ(3), ADD COLUMN "submitted_by" TEXT;
ALTER TABLE "events" ADD CONSTRAINT "events_in_review" CHECK (
  ("submitted_at" IS NULL) = ("submitted_by" IS NULL) AND ("submitted_at" IS NULL OR "status" = 'draft'));

CREATE TABLE "comments" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "author_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "comments_event_id_idx" ON "comments" ("event_id");
ALTER TABLE "comments" ADD CONSTRAINT "comments_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comments" ADD CONSTRAINT "comments_text" CHECK ("text" <> '');

CREATE TABLE "reader_corrections" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "evidence_url" TEXT NOT NULL,
    "reader_name" TEXT,
    "email" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "taken_up_in" INTEGER,
    "thanked_as" TEXT,
    "decline_reason" TEXT,

    CONSTRAINT "reader_corrections_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reader_corrections_event_id_taken_up_in_idx" ON "reader_corrections" ("event_id", "taken_up_in");
CREATE INDEX "reader_corrections_decided_at_received_at_idx" ON "reader_corrections" ("decided_at", "received_at");
ALTER TABLE "reader_corrections" ADD CONSTRAINT "reader_corrections_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reader_corrections" ADD CONSTRAINT "reader_corrections_event_id_taken_up_in_fkey" FOREIGN KEY ("event_id", "taken_up_in") REFERENCES "revisions" ("event_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reader_corrections" ADD CONSTRAINT "reader_corrections_text" CHECK ("text" <> '');
ALTER TABLE "reader_corrections" ADD CONSTRAINT "reader_corrections_evidence" CHECK ("evidence_url" ~ '^https?://');
-- Undecided, taken up, or not taken up with a reason: and whose address it was is then nobody's business any more.
ALTER TABLE "reader_corrections" ADD CONSTRAINT "reader_corrections_decided" CHECK (
  ("decided_at" IS NULL) = ("decided_by" IS NULL)
  AND ("decided_at" IS NOT NULL)::int = ("taken_up_in" IS NOT NULL)::int + ("decline_reason" IS NOT NULL)::int
  AND ("decided_at" IS NULL OR "email" IS NULL)
  AND ("thanked_as" IS NULL OR "taken_up_in" IS NOT NULL)
  AND "decline_reason" <> '');
