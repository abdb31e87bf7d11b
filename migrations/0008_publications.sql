ALTER TABLE `publications` RENAME TO `releases`;--> statement-breakpoint
ALTER TABLE `tellings` RENAME TO `publications`;--> statement-breakpoint
ALTER TABLE `round_trips` RENAME TO `challenges`;--> statement-breakpoint
ALTER TABLE `drafts` RENAME COLUMN `telling_id` TO `publication_id`;--> statement-breakpoint
ALTER TABLE `overrulings` RENAME COLUMN `telling_id` TO `publication_id`;--> statement-breakpoint
DROP INDEX `drafts_telling`;--> statement-breakpoint
CREATE INDEX `drafts_publication` ON `drafts` (`publication_id`);--> statement-breakpoint
CREATE TABLE `__new_publications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`concern_id` integer,
	`round_table_id` integer,
	`quote_id` integer,
	`event_id` integer,
	`leaflet_id` integer,
	`programme_id` integer,
	`year` text,
	`slug` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quote_id`) REFERENCES `quotes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leaflet_id`) REFERENCES `leaflets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publications_kind" CHECK("__new_publications"."kind" in ('entry', 'round-table', 'year', 'partnership', 'translation', 'quote', 'event', 'leaflet', 'programme'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_publications`("id", "kind", "concern_id", "round_table_id", "quote_id", "event_id", "leaflet_id", "programme_id", "year", "slug", "created_at") SELECT "id", "kind", "concern_id", "round_table_id", "quote_id", "event_id", "leaflet_id", "programme_id", "year", "slug", "created_at" FROM `publications`;--> statement-breakpoint
DROP TABLE `publications`;--> statement-breakpoint
ALTER TABLE `__new_publications` RENAME TO `publications`;--> statement-breakpoint
CREATE TABLE `__new_releases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft_id` integer NOT NULL,
	`copy_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`copy_id`) REFERENCES `copies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_releases`("id", "draft_id", "copy_id", "person_id", "at") SELECT "id", "draft_id", "copy_id", "person_id", "at" FROM `releases`;--> statement-breakpoint
DROP TABLE `releases`;--> statement-breakpoint
ALTER TABLE `__new_releases` RENAME TO `releases`;--> statement-breakpoint
CREATE TABLE `__new_unrecorded_sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer,
	`held_on` text NOT NULL,
	`name` text NOT NULL,
	`head_count` integer,
	`shared` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_unrecorded_sessions`("id", "programme_id", "held_on", "name", "head_count", "shared", "person_id", "at") SELECT "id", "programme_id", "held_on", "name", "head_count", "shared", "person_id", "at" FROM `unrecorded_sessions`;--> statement-breakpoint
DROP TABLE `unrecorded_sessions`;--> statement-breakpoint
ALTER TABLE `__new_unrecorded_sessions` RENAME TO `unrecorded_sessions`;--> statement-breakpoint
CREATE TABLE `__new_challenges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`browser_hash` text NOT NULL,
	`kind` text NOT NULL,
	`secrets` text NOT NULL,
	`invitation_id` integer,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenges_kind" CHECK("__new_challenges"."kind" in ('passkey', 'account'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_challenges`("id", "browser_hash", "kind", "secrets", "invitation_id", "expires_at", "used_at") SELECT "id", "browser_hash", "kind", "secrets", "invitation_id", "expires_at", "used_at" FROM `challenges`;--> statement-breakpoint
DROP TABLE `challenges`;--> statement-breakpoint
ALTER TABLE `__new_challenges` RENAME TO `challenges`;--> statement-breakpoint
CREATE UNIQUE INDEX `challenges_browser_hash_unique` ON `challenges` (`browser_hash`);
