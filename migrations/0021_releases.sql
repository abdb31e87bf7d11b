CREATE TABLE `held_ends` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`verdict` text NOT NULL,
	`words` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "held_ends_verdict" CHECK("held_ends"."verdict" in ('released', 'returned'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `held_updates` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`seat_id` integer NOT NULL,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `photos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`update_id` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `photos_update` ON `photos` (`update_id`);--> statement-breakpoint
CREATE TABLE `release_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`letter_id` integer NOT NULL,
	`update_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `release_links_token_hash_unique` ON `release_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `release_links_update` ON `release_links` (`update_id`);--> statement-breakpoint
CREATE TABLE `release_rules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`seat_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `release_rules_organisation` ON `release_rules` (`organisation_id`);