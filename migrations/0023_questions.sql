CREATE TABLE `__new_publications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`concern_id` integer,
	`round_table_id` integer,
	`quote_id` integer,
	`shown_photo_id` integer,
	`event_id` integer,
	`leaflet_id` integer,
	`programme_id` integer,
	`year` text,
	`slug` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`quote_id`) REFERENCES `quotes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shown_photo_id`) REFERENCES `shown_photos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leaflet_id`) REFERENCES `leaflets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publications_kind" CHECK("__new_publications"."kind" in ('entry', 'round-table', 'year', 'partnership', 'translation', 'quote', 'photo', 'event', 'leaflet', 'programme', 'answers'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_publications`("id", "kind", "concern_id", "round_table_id", "quote_id", "shown_photo_id", "event_id", "leaflet_id", "programme_id", "year", "slug", "created_at") SELECT "id", "kind", "concern_id", "round_table_id", "quote_id", "shown_photo_id", "event_id", "leaflet_id", "programme_id", "year", "slug", "created_at" FROM `publications`;--> statement-breakpoint
DROP TABLE `publications`;--> statement-breakpoint
ALTER TABLE `__new_publications` RENAME TO `publications`;--> statement-breakpoint
CREATE TABLE `__new_verdicts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`question` text DEFAULT 'difference' NOT NULL,
	`verdict` text NOT NULL,
	`word` text NOT NULL,
	`replaces_id` integer,
	`on` text NOT NULL,
	CONSTRAINT "verdicts_verdict" CHECK("__new_verdicts"."verdict" in ('yes', 'little', 'no', 'unsure')),
	CONSTRAINT "verdicts_question" CHECK("__new_verdicts"."question" in ('difference', 'still'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_verdicts`("id", "slug", "version", "question", "verdict", "word", "replaces_id", "on") SELECT "id", "slug", "version", 'difference', "verdict", "word", "replaces_id", "on" FROM `verdicts`;--> statement-breakpoint
DROP TABLE `verdicts`;--> statement-breakpoint
ALTER TABLE `__new_verdicts` RENAME TO `verdicts`;--> statement-breakpoint
CREATE INDEX `verdicts_slug` ON `verdicts` (`slug`);--> statement-breakpoint
CREATE TRIGGER `verdicts_kept` BEFORE UPDATE ON `verdicts` WHEN NEW.word NOT IN (OLD.word, '') OR NEW.id <> OLD.id OR NEW.slug <> OLD.slug OR NEW.version <> OLD.version OR NEW.question <> OLD.question OR NEW.verdict <> OLD.verdict OR NEW.replaces_id IS NOT OLD.replaces_id OR NEW.`on` <> OLD.`on`
BEGIN SELECT RAISE(ABORT, 'what a reader said stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `verdicts_stay` BEFORE DELETE ON `verdicts`
BEGIN SELECT RAISE(ABORT, 'what a reader said stays as it is'); END;
