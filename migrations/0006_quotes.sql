CREATE TABLE `quotes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` integer NOT NULL,
	`words` text NOT NULL,
	`role` text NOT NULL,
	`asked_by_id` integer NOT NULL,
	`use` text NOT NULL,
	`until` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `quotes_concern` ON `quotes` (`concern_id`);--> statement-breakpoint
CREATE TABLE `__new_tellings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`concern_id` integer,
	`round_table_id` integer,
	`quote_id` integer,
	`year` text,
	`slug` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tellings_kind" CHECK("__new_tellings"."kind" in ('entry', 'round-table', 'year', 'partnership', 'translation', 'quote'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_tellings`("id", "kind", "concern_id", "round_table_id", "quote_id", "year", "slug", "created_at") SELECT "id", "kind", "concern_id", "round_table_id", NULL, "year", "slug", "created_at" FROM `tellings`;--> statement-breakpoint
DROP TABLE `tellings`;--> statement-breakpoint
ALTER TABLE `__new_tellings` RENAME TO `tellings`;
--> statement-breakpoint
DROP TRIGGER `drafts_kept`;
--> statement-breakpoint
CREATE TRIGGER `drafts_kept` BEFORE UPDATE ON `drafts` WHEN NOT (json_extract(OLD.words, '$.kind') = 'quote' AND json_extract(NEW.words, '$.kind') = 'quote' AND json_extract(NEW.words, '$.words') = '' AND json_extract(NEW.words, '$.role') = ''
  AND NEW.id = OLD.id AND NEW.telling_id = OLD.telling_id AND NEW.covers_ids = OLD.covers_ids AND NEW.writer_id = OLD.writer_id AND NEW.at = OLD.at)
BEGIN SELECT RAISE(ABORT, 'drafts is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `quotes_kept` BEFORE UPDATE ON `quotes` WHEN NEW.words NOT IN (OLD.words, '') OR NEW.role NOT IN (OLD.role, '') OR NEW.id <> OLD.id OR NEW.concern_id <> OLD.concern_id OR NEW.asked_by_id <> OLD.asked_by_id OR NEW.use <> OLD.use OR NEW.until <> OLD.until OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'a quote stays as it was said, or goes'); END;
--> statement-breakpoint
CREATE TRIGGER `quotes_stay` BEFORE DELETE ON `quotes`
BEGIN SELECT RAISE(ABORT, 'a quote stays as it was said, or goes'); END;
