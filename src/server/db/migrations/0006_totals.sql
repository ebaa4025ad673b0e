CREATE TABLE "totals" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"what" text NOT NULL,
	"n" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "totals_account" ON "totals" USING btree ("account_id","what","n");--> statement-breakpoint
CREATE FUNCTION "keep_totals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    INSERT INTO totals (account_id, what, n) SELECT account_id, tg_table_name, count(*) FROM added GROUP BY account_id;
  ELSE
    INSERT INTO totals (account_id, what, n) SELECT account_id, tg_table_name, -count(*) FROM removed GROUP BY account_id;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "contacts_added" AFTER INSERT ON "contacts" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_totals();--> statement-breakpoint
CREATE TRIGGER "contacts_removed" AFTER DELETE ON "contacts" REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_totals();--> statement-breakpoint
CREATE TRIGGER "messages_added" AFTER INSERT ON "messages" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_totals();--> statement-breakpoint
CREATE TRIGGER "messages_removed" AFTER DELETE ON "messages" REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_totals();--> statement-breakpoint
INSERT INTO "totals" ("account_id", "what", "n") SELECT "account_id", 'contacts', count(*) FROM "contacts" GROUP BY "account_id";--> statement-breakpoint
INSERT INTO "totals" ("account_id", "what", "n") SELECT "account_id", 'messages', count(*) FROM "messages" GROUP BY "account_id";
