CREATE INDEX "blocked_numbers_search" ON "blocked_numbers" USING gin ("phone" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "opt_outs_search" ON "opt_outs" USING gin ("phone" gin_trgm_ops);