CREATE TABLE `seals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`on` text NOT NULL,
	`head` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `chain` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`verb` text NOT NULL,
	`facts_salt` blob,
	`facts` blob,
	`words_salt` blob,
	`words` blob,
	`head` blob NOT NULL,
	CONSTRAINT "chain_verb" CHECK("chain"."verb" in ('written', 'set', 'forgotten', 'gone'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `chain_row` ON `chain` (`table_name`,`row_id`);