CREATE TABLE `followers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`key` text NOT NULL,
	`at` text NOT NULL,
	`confirmed_at` text,
	`ended_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `followers_key_unique` ON `followers` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `followers_email` ON `followers` (`email`) WHERE "followers"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `message_contacts` (
	`message_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`reach` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `message_outcomes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` integer NOT NULL,
	`kind` text NOT NULL,
	`concern_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_outcomes_kind" CHECK("message_outcomes"."kind" in ('read', 'concern', 'joined', 'answered', 'closed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `message_outcomes_message` ON `message_outcomes` (`message_id`);--> statement-breakpoint
CREATE INDEX `message_outcomes_concern` ON `message_outcomes` (`concern_id`);--> statement-breakpoint
CREATE TABLE `message_people` (
	`message_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`added_by_id` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`message_id`, `person_id`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reference_hash` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`area` text,
	`at_risk` integer DEFAULT false NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_reference_hash_unique` ON `messages` (`reference_hash`);--> statement-breakpoint
CREATE TABLE `replies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reference_hash` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`slug` text,
	`on` text NOT NULL,
	CONSTRAINT "replies_kind" CHECK("replies"."kind" in ('received', 'read', 'concern', 'told', 'answer', 'closed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `replies_reference` ON `replies` (`reference_hash`);--> statement-breakpoint
CREATE TABLE `verdicts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`verdict` text NOT NULL,
	`word` text NOT NULL,
	`replaces_id` integer,
	`on` text NOT NULL,
	CONSTRAINT "verdicts_verdict" CHECK("verdicts"."verdict" in ('yes', 'little', 'no', 'unsure'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `verdicts_slug` ON `verdicts` (`slug`);--> statement-breakpoint
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
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `minute_readers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follower_id`) REFERENCES `followers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_kind" CHECK("__new_letters"."kind" in ('minutes', 'follow', 'news'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_letters`("id", "kind", "round_table_id", "person_id", "reader_id", "follower_id", "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault") SELECT "id", "kind", "round_table_id", "person_id", "reader_id", NULL, "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault" FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_message_id_unique` ON `letters` (`message_id`);--> statement-breakpoint
CREATE INDEX `letters_table` ON `letters` (`round_table_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_news` ON `letters` (`follower_id`,`round_table_id`);--> statement-breakpoint
CREATE TABLE `__new_tellings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`concern_id` integer,
	`round_table_id` integer,
	`year` text,
	`slug` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tellings_kind" CHECK("__new_tellings"."kind" in ('entry', 'round-table', 'year', 'partnership', 'translation'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_tellings`("id", "kind", "concern_id", "round_table_id", "year", "slug", "created_at") SELECT "id", "kind", "concern_id", "round_table_id", "year", "slug", "created_at" FROM `tellings`;--> statement-breakpoint
DROP TABLE `tellings`;--> statement-breakpoint
ALTER TABLE `__new_tellings` RENAME TO `tellings`;
--> statement-breakpoint
CREATE TRIGGER `messages_kept` BEFORE UPDATE ON `messages` WHEN NEW.text NOT IN (OLD.text, '') OR NEW.id <> OLD.id OR NEW.reference_hash <> OLD.reference_hash OR NEW.language <> OLD.language OR NEW.at_risk < OLD.at_risk OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'what a resident wrote stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `messages_stay` BEFORE DELETE ON `messages`
BEGIN SELECT RAISE(ABORT, 'what a resident wrote stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `message_outcomes_kept` BEFORE UPDATE ON `message_outcomes`
BEGIN SELECT RAISE(ABORT, 'message_outcomes is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `message_outcomes_stay` BEFORE DELETE ON `message_outcomes`
BEGIN SELECT RAISE(ABORT, 'message_outcomes is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `replies_kept` BEFORE UPDATE ON `replies` WHEN NEW.words NOT IN (OLD.words, '') OR NEW.id <> OLD.id OR NEW.reference_hash <> OLD.reference_hash OR NEW.kind <> OLD.kind OR NEW.slug IS NOT OLD.slug OR NEW.`on` <> OLD.`on`
BEGIN SELECT RAISE(ABORT, 'what was answered stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `replies_stay` BEFORE DELETE ON `replies`
BEGIN SELECT RAISE(ABORT, 'what was answered stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `verdicts_kept` BEFORE UPDATE ON `verdicts` WHEN NEW.word NOT IN (OLD.word, '') OR NEW.id <> OLD.id OR NEW.slug <> OLD.slug OR NEW.version <> OLD.version OR NEW.verdict <> OLD.verdict OR NEW.replaces_id IS NOT OLD.replaces_id OR NEW.`on` <> OLD.`on`
BEGIN SELECT RAISE(ABORT, 'what a reader said stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `verdicts_stay` BEFORE DELETE ON `verdicts`
BEGIN SELECT RAISE(ABORT, 'what a reader said stays as it is'); END;
