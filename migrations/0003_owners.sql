CREATE TABLE `letter_choices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`frequency` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letter_choices_frequency" CHECK("letter_choices"."frequency" in ('daily', 'weekly', 'tables'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `letter_choices_person` ON `letter_choices` (`person_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`action_id` integer NOT NULL,
	`seat_id` integer,
	`why` text NOT NULL,
	`cause` text NOT NULL,
	`on` text NOT NULL,
	`letter_id` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_why" CHECK("notices"."why" in ('absent', 'agreed', 'late', 'due', 'quiet', 'colleague', 'table', 'closed', 'asked'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`person_id`,`action_id`,`why`,`cause`);--> statement-breakpoint
CREATE INDEX `notices_letter` ON `notices` (`letter_id`);--> statement-breakpoint
CREATE TABLE `report_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`letter_id` integer NOT NULL,
	`action_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_links_token_hash_unique` ON `report_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `report_links_letter` ON `report_links` (`letter_id`);--> statement-breakpoint
CREATE TABLE `__new_letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`round_table_id` integer,
	`person_id` integer,
	`reader_id` integer,
	`follower_id` integer,
	`message_id` text NOT NULL,
	`sent_by_id` integer,
	`at` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`try_at` text NOT NULL,
	`posted_at` text,
	`fault` text,
	`held_at` text,
	`held_by_id` integer,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `minute_readers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follower_id`) REFERENCES `followers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_kind" CHECK("__new_letters"."kind" in ('minutes', 'follow', 'news', 'actions'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_letters`("id", "kind", "round_table_id", "person_id", "reader_id", "follower_id", "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault", "held_at", "held_by_id") SELECT "id", "kind", "round_table_id", "person_id", "reader_id", "follower_id", "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault", NULL, NULL FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_message_id_unique` ON `letters` (`message_id`);--> statement-breakpoint
CREATE INDEX `letters_table` ON `letters` (`round_table_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_news` ON `letters` (`follower_id`,`round_table_id`);