CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`tenant` text NOT NULL,
	`object` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_one` ON `accounts` (`tenant`,`object`) WHERE "accounts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `alumni` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`agreed` integer DEFAULT false NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `alumni_person` ON `alumni` (`person_id`);--> statement-breakpoint
CREATE TABLE `baton_ends` (
	`baton_id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`words` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`baton_id`) REFERENCES `batons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "baton_ends_kind" CHECK("baton_ends"."kind" in ('accepted', 'declined', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `baton_keeps` (
	`baton_id` integer NOT NULL,
	`action_id` integer NOT NULL,
	`seat_id` integer,
	PRIMARY KEY(`baton_id`, `action_id`),
	FOREIGN KEY (`baton_id`) REFERENCES `batons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `batons` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seat_id` integer NOT NULL,
	`holding_id` integer NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer,
	`name` text,
	`email` text,
	`note` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holding_id`) REFERENCES `holdings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batons_seat` ON `batons` (`seat_id`);--> statement-breakpoint
CREATE TABLE `calendars` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`token_hash` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendars_token_hash_unique` ON `calendars` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendars_person` ON `calendars` (`person_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`baton_id` integer,
	`token_hash` text,
	`invited_by_id` integer NOT NULL,
	`at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`baton_id`) REFERENCES `batons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_person` ON `invitations` (`person_id`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`name` text NOT NULL,
	`at` text NOT NULL,
	`used_at` text,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential_id_unique` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `round_trips` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`browser_hash` text NOT NULL,
	`kind` text NOT NULL,
	`secrets` text NOT NULL,
	`invitation_id` integer,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_trips_kind" CHECK("round_trips"."kind" in ('passkey', 'account'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `round_trips_browser_hash_unique` ON `round_trips` (`browser_hash`);--> statement-breakpoint
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
	CONSTRAINT "letters_kind" CHECK("__new_letters"."kind" in ('minutes', 'follow', 'news', 'actions', 'invitation', 'baton'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_letters`("id", "kind", "round_table_id", "person_id", "reader_id", "follower_id", "invitation_id", "baton_id", "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault", "held_at", "held_by_id") SELECT "id", "kind", "round_table_id", "person_id", "reader_id", "follower_id", NULL, NULL, "message_id", "sent_by_id", "at", "tries", "try_at", "posted_at", "fault", "held_at", "held_by_id" FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_message_id_unique` ON `letters` (`message_id`);--> statement-breakpoint
CREATE INDEX `letters_table` ON `letters` (`round_table_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_news` ON `letters` (`follower_id`,`round_table_id`);--> statement-breakpoint
CREATE TABLE `__new_notices` (
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
	CONSTRAINT "notices_why" CHECK("__new_notices"."why" in ('absent', 'agreed', 'late', 'due', 'quiet', 'colleague', 'helping', 'part', 'table', 'closed', 'asked'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "person_id", "action_id", "seat_id", "why", "cause", "on", "letter_id") SELECT "id", "person_id", "action_id", "seat_id", "why", "cause", "on", "letter_id" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`person_id`,`action_id`,`why`,`cause`);--> statement-breakpoint
CREATE INDEX `notices_letter` ON `notices` (`letter_id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;
--> statement-breakpoint
CREATE TRIGGER `baton_ends_kept` BEFORE UPDATE ON `baton_ends` WHEN NEW.words IS NOT OLD.words AND NEW.words <> '' OR NEW.baton_id <> OLD.baton_id OR NEW.kind <> OLD.kind OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'baton_ends is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `baton_ends_stay` BEFORE DELETE ON `baton_ends`
BEGIN SELECT RAISE(ABORT, 'baton_ends is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `alumni_kept` BEFORE UPDATE ON `alumni`
BEGIN SELECT RAISE(ABORT, 'alumni is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `alumni_stay` BEFORE DELETE ON `alumni`
BEGIN SELECT RAISE(ABORT, 'alumni is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `batons_stay` BEFORE DELETE ON `batons`
BEGIN SELECT RAISE(ABORT, 'a seat that was handed on stays in the record'); END;
