CREATE TABLE `table_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`token_hash` text NOT NULL,
	`mark` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `table_keys_token_hash_unique` ON `table_keys` (`token_hash`);--> statement-breakpoint
CREATE INDEX `table_keys_person` ON `table_keys` (`person_id`);