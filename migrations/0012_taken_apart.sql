CREATE TABLE `action_moves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_moves_action` ON `action_moves` (`action_id`);--> statement-breakpoint
CREATE TABLE `partings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` integer NOT NULL,
	`into_id` integer NOT NULL,
	`joined_by_id` integer NOT NULL,
	`joined_at` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`joined_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `partings_concern` ON `partings` (`concern_id`);--> statement-breakpoint
CREATE TABLE `passing_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`passing_id` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`on` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`passing_id`) REFERENCES `passings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "passing_words_kind" CHECK("passing_words"."kind" in ('answer', 'taken-back'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `passing_words_passing` ON `passing_words` (`passing_id`);--> statement-breakpoint
CREATE TABLE `passings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` integer NOT NULL,
	`to_whom` text NOT NULL,
	`contact` text,
	`is_public_contact` integer DEFAULT false NOT NULL,
	`on` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `passings_concern` ON `passings` (`concern_id`);--> statement-breakpoint
CREATE TABLE `wording_themes` (
	`wording_id` integer NOT NULL,
	`theme_id` integer NOT NULL,
	PRIMARY KEY(`wording_id`, `theme_id`),
	FOREIGN KEY (`wording_id`) REFERENCES `concern_wordings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `labels`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `priorities` ADD `until` text;