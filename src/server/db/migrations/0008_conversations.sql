CREATE FUNCTION "keep_conversations"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    INSERT INTO totals (account_id, what, n)
      SELECT account_id, 'conversations', count(last_message_id) FROM added GROUP BY account_id HAVING count(last_message_id) > 0;
  ELSIF tg_op = 'DELETE' THEN
    INSERT INTO totals (account_id, what, n)
      SELECT account_id, 'conversations', -count(last_message_id) FROM removed GROUP BY account_id HAVING count(last_message_id) > 0;
  ELSE
    INSERT INTO totals (account_id, what, n)
      SELECT account_id, 'conversations', sum(n) FROM (
        SELECT account_id, count(last_message_id) AS n FROM added GROUP BY account_id
        UNION ALL SELECT account_id, -count(last_message_id) FROM removed GROUP BY account_id
      ) AS changes GROUP BY account_id HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "conversations_added" AFTER INSERT ON "contacts" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_conversations();--> statement-breakpoint
CREATE TRIGGER "conversations_removed" AFTER DELETE ON "contacts" REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_conversations();--> statement-breakpoint
CREATE TRIGGER "conversations_changed" AFTER UPDATE ON "contacts" REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_conversations();--> statement-breakpoint
INSERT INTO "totals" ("account_id", "what", "n") SELECT "account_id", 'conversations', count("last_message_id") FROM "contacts" GROUP BY "account_id";
