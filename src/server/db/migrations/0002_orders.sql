DROP INDEX "broadcasts_newest";--> statement-breakpoint
DROP INDEX "broadcasts_group";--> statement-breakpoint
DROP INDEX "contacts_newest";--> statement-breakpoint
DROP INDEX "contacts_by_name";--> statement-breakpoint
DROP INDEX "contacts_inbox";--> statement-breakpoint
DROP INDEX "contacts_flagged";--> statement-breakpoint
DROP INDEX "contacts_with_notes";--> statement-breakpoint
DROP INDEX "contacts_landlines";--> statement-breakpoint
DROP INDEX "groups_newest";--> statement-breakpoint
DROP INDEX "messages_thread";--> statement-breakpoint
DROP INDEX "messages_newest";--> statement-breakpoint
DROP INDEX "messages_unread";--> statement-breakpoint
DROP INDEX "web_hook_deliveries_hook";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "last_name_key" text GENERATED ALWAYS AS (nullif(lower(last_name), '')) STORED;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "first_name_key" text GENERATED ALWAYS AS (nullif(lower(first_name), '')) STORED;--> statement-breakpoint
CREATE INDEX "blocked_numbers_newest" ON "blocked_numbers" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "opt_outs_newest" ON "opt_outs" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "broadcasts_newest" ON "broadcasts" USING btree ("account_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "broadcasts_group" ON "broadcasts" USING btree ("group_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "contacts_newest" ON "contacts" USING btree ("account_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("account_id","last_name_key","first_name_key","phone","id");--> statement-breakpoint
CREATE INDEX "contacts_inbox" ON "contacts" USING btree ("account_id","last_message_at" DESC NULLS FIRST,"last_message_id" DESC NULLS FIRST) WHERE last_message_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_flagged" ON "contacts" USING btree ("account_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE flagged;--> statement-breakpoint
CREATE INDEX "contacts_with_notes" ON "contacts" USING btree ("account_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE notes <> '';--> statement-breakpoint
CREATE INDEX "contacts_landlines" ON "contacts" USING btree ("account_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE line_type = 'landline';--> statement-breakpoint
CREATE INDEX "groups_newest" ON "groups" USING btree ("account_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree ("contact_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "messages_newest" ON "messages" USING btree ("account_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("account_id","contact_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE inbound and not read;--> statement-breakpoint
CREATE INDEX "web_hook_deliveries_hook" ON "web_hook_deliveries" USING btree ("web_hook_id","id" DESC NULLS FIRST);