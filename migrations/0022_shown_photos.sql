CREATE TABLE `shown_photos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`photo_id` integer NOT NULL,
	`concern_id` integer NOT NULL,
	`bytes` blob,
	`size` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`hash` text NOT NULL,
	`asked_by_id` integer,
	`use` text,
	`until` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `shown_photos_photo` ON `shown_photos` (`photo_id`);--> statement-breakpoint
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
	CONSTRAINT "publications_kind" CHECK("__new_publications"."kind" in ('entry', 'round-table', 'year', 'partnership', 'translation', 'quote', 'photo', 'event', 'leaflet', 'programme'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_publications`("id", "kind", "concern_id", "round_table_id", "quote_id", "event_id", "leaflet_id", "programme_id", "year", "slug", "created_at") SELECT "id", "kind", "concern_id", "round_table_id", "quote_id", "event_id", "leaflet_id", "programme_id", "year", "slug", "created_at" FROM `publications`;--> statement-breakpoint
DROP TABLE `publications`;--> statement-breakpoint
ALTER TABLE `__new_publications` RENAME TO `publications`;--> statement-breakpoint
DROP TRIGGER `drafts_kept`;
--> statement-breakpoint
CREATE TRIGGER `drafts_kept` BEFORE UPDATE ON `drafts` WHEN NOT (json_extract(OLD.words, '$.kind') = json_extract(NEW.words, '$.kind')
  AND ((json_extract(NEW.words, '$.kind') = 'quote' AND json_extract(NEW.words, '$.words') = '' AND json_extract(NEW.words, '$.role') = '')
    OR (json_extract(NEW.words, '$.kind') = 'photo' AND json_extract(NEW.words, '$.alt') = ''))
  AND NEW.id = OLD.id AND NEW.publication_id = OLD.publication_id AND NEW.covers_ids = OLD.covers_ids AND NEW.writer_id = OLD.writer_id AND NEW.at = OLD.at)
BEGIN SELECT RAISE(ABORT, 'drafts is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `shown_photos_kept` BEFORE UPDATE ON `shown_photos` WHEN (NEW.bytes IS NOT OLD.bytes AND NEW.bytes IS NOT NULL) OR NEW.id <> OLD.id OR NEW.photo_id <> OLD.photo_id OR NEW.concern_id <> OLD.concern_id OR NEW.hash <> OLD.hash OR NEW.asked_by_id IS NOT OLD.asked_by_id OR NEW.use IS NOT OLD.use OR NEW.until IS NOT OLD.until OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at)
BEGIN SELECT RAISE(ABORT, 'a photo stays as it was put forward, or goes'); END;
--> statement-breakpoint
CREATE TRIGGER `shown_photos_stay` BEFORE DELETE ON `shown_photos`
BEGIN SELECT RAISE(ABORT, 'a photo stays as it was put forward, or goes'); END;
