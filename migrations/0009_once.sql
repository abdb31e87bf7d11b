CREATE TABLE `sent_forms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mark` text NOT NULL,
	`goes_to` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sent_forms_mark_unique` ON `sent_forms` (`mark`);--> statement-breakpoint
CREATE INDEX `sent_forms_at` ON `sent_forms` (`at`);--> statement-breakpoint
CREATE TABLE `known_browsers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`browser_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `known_browsers_one` ON `known_browsers` (`browser_hash`,`person_id`);--> statement-breakpoint
DROP INDEX `sign_in_codes_browser_hash_unique`;--> statement-breakpoint
ALTER TABLE `sign_in_codes` ADD `address_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sign_in_codes_browser` ON `sign_in_codes` (`browser_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_address` ON `sign_in_codes` (`address_hash`);--> statement-breakpoint
ALTER TABLE `copies` ADD `published_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `copies` SET `published_at` = coalesce((SELECT `at` FROM `releases` WHERE `copy_id` = `copies`.`id`), `published_on` || 'T00:00:00.000Z');
