-- Files on their way into the catalogue, and how the columns of others' files are read.

CREATE TYPE "import_state" AS ENUM ('reading', 'unmapped', 'ready', 'importing', 'done', 'failed', 'cancelled');

CREATE TABLE "imports" (
    "id" SERIAL NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "file" BYTEA,
    "state" "import_state" NOT NULL DEFAULT 'reading',
    "step" TEXT,
    "step_done" INTEGER NOT NULL DEFAULT 0,
    "step_total" INTEGER NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "create_unknown" BOOLEAN NOT NULL DEFAULT false,
    "send_alerts" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "report" JSONB,
    "digest" TEXT,
    "problem" TEXT,
    "created_by" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by" TEXT,
    "applied_by_id" TEXT,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "imports_file_while_needed" CHECK ("file" IS NOT NULL OR "state" IN ('done', 'failed', 'cancelled')),
    CONSTRAINT "imports_seen_before_applied" CHECK ("state" <> 'ready' OR ("report" IS NOT NULL AND "digest" IS NOT NULL)),
    CONSTRAINT "imports_problem_told" CHECK ("state" <> 'failed' OR "problem" IS NOT NULL),
    CONSTRAINT "imports_progress" CHECK ("file_size" >= 0 AND "step_done" >= 0 AND "step_total" >= 0)
);

CREATE INDEX "imports_created_at_idx" ON "imports"("created_at");

CREATE TABLE "import_mappings" (
    "fingerprint" TEXT NOT NULL,
    "assessor" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "columns" TEXT[],
    "file_name" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("fingerprint")
);
