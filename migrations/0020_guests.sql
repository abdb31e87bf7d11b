CREATE TABLE `guest_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reader_id` integer NOT NULL,
	`answer` text NOT NULL,
	`stand_in` text,
	`by_id` integer,
	`at` text NOT NULL,
	`taken_back_at` text,
	FOREIGN KEY (`reader_id`) REFERENCES `minute_readers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guest_answers_answer" CHECK("guest_answers"."answer" in ('coming', 'sending', 'cannot'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `guest_answers_reader` ON `guest_answers` (`reader_id`);--> statement-breakpoint
CREATE TABLE `guest_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`letter_id` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `minute_readers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guest_links_token_hash_unique` ON `guest_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `guest_links_reader` ON `guest_links` (`reader_id`);--> statement-breakpoint
ALTER TABLE `minute_readers` ADD `organisation_id` integer REFERENCES organisations(id);