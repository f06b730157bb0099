-- What analysts have decided about doubtful entries.
CREATE TABLE "doubt_decisions" (
  "id" SERIAL NOT NULL,
  "event_id" INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "note" TEXT,
  "actor" TEXT NOT NULL,
  "actor_id" TEXT,
  "decided_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "doubt_decisions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "doubt_decisions_kind" CHECK ("kind" IN (
    'near-event', 'cited-elsewhere', 'citation-date', 'clock-slip', 'figure-off-record', 'class-of-system')),
  CONSTRAINT "doubt_decisions_note" CHECK ("note" <> '')
);

CREATE UNIQUE INDEX "doubt_decisions_event_id_key_key" ON "doubt_decisions" ("event_id", "key");

ALTER TABLE "doubt_decisions" ADD CONSTRAINT "doubt_decisions_event_id_fkey"
  FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
