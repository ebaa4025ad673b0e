DROP INDEX "messages_search";--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin (lower("content" collate "C") gin_trgm_ops);