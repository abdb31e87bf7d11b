CREATE TABLE `letter_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`letter_id` integer NOT NULL,
	`verb` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letter_decisions_verb" CHECK("letter_decisions"."verb" in ('held', 'let go', 'stopped', 'sent again'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `letter_decisions_letter` ON `letter_decisions` (`letter_id`);--> statement-breakpoint
CREATE TRIGGER `letter_decisions_kept` BEFORE UPDATE ON `letter_decisions`
BEGIN SELECT RAISE(ABORT, 'letter_decisions is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `letter_decisions_stay` BEFORE DELETE ON `letter_decisions`
BEGIN SELECT RAISE(ABORT, 'letter_decisions is only added to'); END;
--> statement-breakpoint
CREATE TABLE `returned_letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`letter_id` integer,
	`person_id` integer,
	`reader_id` integer,
	`follower_id` integer,
	`how` text NOT NULL,
	`status` text NOT NULL,
	`at` text NOT NULL,
	`settled_at` text,
	`settled_by_id` integer,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `minute_readers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follower_id`) REFERENCES `followers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "returned_letters_how" CHECK("returned_letters"."how" in ('refused', 'returned'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `returned_letters_letter` ON `returned_letters` (`letter_id`);
--> statement-breakpoint
UPDATE `actions` SET `number` = 'B' || substr(`number`, 3) WHERE `round_table_id` IS NULL AND `number` LIKE '0.%';
