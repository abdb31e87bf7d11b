CREATE TABLE `session_endings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_endings_token_hash_unique` ON `session_endings` (`token_hash`);--> statement-breakpoint
CREATE INDEX `session_endings_person` ON `session_endings` (`person_id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `sure_at` text;