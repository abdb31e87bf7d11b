CREATE TABLE `calendar_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`chosen` integer DEFAULT false NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `calendar_words_person` ON `calendar_words` (`person_id`);--> statement-breakpoint
CREATE TRIGGER `calendar_words_kept` BEFORE UPDATE ON `calendar_words`
BEGIN SELECT RAISE(ABORT, 'calendar_words is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `calendar_words_stay` BEFORE DELETE ON `calendar_words`
BEGIN SELECT RAISE(ABORT, 'calendar_words is only added to'); END;
