CREATE TABLE `answer_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`letter_id` integer NOT NULL,
	`round_table_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_links_token_hash_unique` ON `answer_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `plan_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`verb` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text,
	`place` text,
	`expected_ids` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_changes_verb" CHECK("plan_changes"."verb" in ('changed', 'moved', 'cancelled', 'reinstated'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_changes_table` ON `plan_changes` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `table_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`answer` text NOT NULL,
	`stand_in` text,
	`by_id` integer NOT NULL,
	`at` text NOT NULL,
	`taken_back_at` text,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "table_answers_answer" CHECK("table_answers"."answer" in ('coming', 'sending', 'cannot'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `table_answers_table` ON `table_answers` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `table_series` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`every_months` integer NOT NULL,
	`week` integer NOT NULL,
	`weekday` integer NOT NULL,
	`first_month` text NOT NULL,
	`starts_at` text,
	`place` text,
	`expected_ids` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	`ended_by_id` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`round_table_id` integer,
	`person_id` integer,
	`reader_id` integer,
	`follower_id` integer,
	`invitation_id` integer,
	`baton_id` integer,
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
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`baton_id`) REFERENCES `batons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_kind" CHECK("__new_letters"."kind" in ('minutes', 'follow', 'news', 'actions', 'invitation', 'baton', 'table', 'moved'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_letters`("id", "kind", "round_table_id", "person_id", "reader_id", "follower_id", "invitation_id", "baton_id", "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault", "held_at", "held_by_id") SELECT "id", "kind", "round_table_id", "person_id", "reader_id", "follower_id", "invitation_id", "baton_id", "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault", "held_at", "held_by_id" FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_message_id_unique` ON `letters` (`message_id`);--> statement-breakpoint
CREATE INDEX `letters_table` ON `letters` (`round_table_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_news` ON `letters` (`follower_id`,`round_table_id`) WHERE kind = 'news';--> statement-breakpoint
ALTER TABLE `round_tables` ADD `cancelled_at` text;--> statement-breakpoint
ALTER TABLE `round_tables` ADD `taken_back_at` text;--> statement-breakpoint
ALTER TABLE `round_tables` ADD `series_id` integer REFERENCES table_series(id);--> statement-breakpoint
ALTER TABLE `round_tables` ADD `series_month` text;