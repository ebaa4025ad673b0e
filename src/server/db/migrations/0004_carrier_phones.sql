CREATE TABLE "carrier_phones" (
	"phone" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL
);
