-- A published event is corrected, withdrawn and, where that was a mistake, reinstated; a draft is submitted for review and returned.
ALTER TYPE "revision_kind" ADD VALUE 'submitted';
ALTER TYPE "revision_kind" ADD VALUE 'returned';
ALTER TYPE "revision_kind" ADD VALUE 'corrected';
ALTER TYPE "revision_kind" ADD VALUE 'reinstated';
