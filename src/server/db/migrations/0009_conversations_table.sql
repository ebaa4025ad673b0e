CREATE TABLE "conversations" (
	"contact_id" bigint PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"last_message_id" bigint NOT NULL,
	"last_message_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
INSERT INTO "conversations" ("contact_id", "account_id", "last_message_id", "last_message_at") SELECT "id", "account_id", "last_message_id", "last_message_at" FROM "contacts" WHERE "last_message_id" IS NOT NULL;--> statement-breakpoint
DROP TRIGGER "conversations_added" ON "contacts";--> statement-breakpoint
DROP TRIGGER "conversations_removed" ON "contacts";--> statement-breakpoint
DROP TRIGGER "conversations_changed" ON "contacts";--> statement-breakpoint
DROP FUNCTION "keep_conversations"();--> statement-breakpoint
CREATE TRIGGER "conversations_added" AFTER INSERT ON "conversations" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_totals();--> statement-breakpoint
CREATE TRIGGER "conversations_removed" AFTER DELETE ON "conversations" REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_totals();--> statement-breakpoint
DROP INDEX "contacts_inbox";--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_inbox" ON "conversations" USING btree ("account_id","last_message_at" DESC NULLS FIRST,"last_message_id" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "contacts" DROP COLUMN "last_message_id";--> statement-breakpoint
ALTER TABLE "contacts" DROP COLUMN "last_message_at";