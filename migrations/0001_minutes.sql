CREATE TABLE `agendas` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`slots` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agendas_table` ON `agendas` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`round_table_id` integer NOT NULL,
	`person_id` integer,
	`reader_id` integer,
	`message_id` text NOT NULL,
	`sent_by_id` integer NOT NULL,
	`at` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`try_at` text NOT NULL,
	`posted_at` text,
	`fault` text,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reader_id`) REFERENCES `minute_readers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "letters_kind" CHECK("letters"."kind" in ('minutes'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `letters_message_id_unique` ON `letters` (`message_id`);--> statement-breakpoint
CREATE INDEX `letters_table` ON `letters` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `minute_readers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`role` text NOT NULL,
	`email` text NOT NULL,
	`depth` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "minute_readers_depth" CHECK("minute_readers"."depth" in ('public', 'table'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `minute_readers_table` ON `minute_readers` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `note_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`note_id` integer NOT NULL,
	`text` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`note_id`) REFERENCES `notes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `note_changes_note` ON `note_changes` (`note_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`concern_id` integer,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`unread` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notes_kind" CHECK("notes"."kind" in ('note', 'decision'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `notes_table` ON `notes` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `take_outs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`concern_id` integer,
	`action_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `take_outs_concern` ON `take_outs` (`concern_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `take_outs_action` ON `take_outs` (`action_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `topics_table` ON `topics` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `typed_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`key` text NOT NULL,
	`place` integer NOT NULL,
	`mark` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `typed_lines_key` ON `typed_lines` (`key`,`place`);--> statement-breakpoint
CREATE INDEX `typed_lines_table` ON `typed_lines` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `unrecorded_sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`held_on` text NOT NULL,
	`name` text NOT NULL,
	`head_count` integer,
	`shared` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `unsent_texts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`place` text NOT NULL,
	`form` text NOT NULL,
	`fields` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unsent_texts_form` ON `unsent_texts` (`person_id`,`place`,`form`);--> statement-breakpoint
ALTER TABLE `priorities` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `round_tables` ADD `planned_at` text;--> statement-breakpoint
CREATE TRIGGER `notes_kept` BEFORE UPDATE ON `notes` WHEN NEW.text <> '' OR NEW.id <> OLD.id OR NEW.round_table_id <> OLD.round_table_id OR NEW.concern_id IS NOT OLD.concern_id OR NEW.kind <> OLD.kind OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'a note is kept; only its words can be blanked'); END;
--> statement-breakpoint
CREATE TRIGGER `notes_stay` BEFORE DELETE ON `notes`
BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `note_changes_stay` BEFORE DELETE ON `note_changes`
BEGIN SELECT RAISE(ABORT, 'a change of a note is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `take_outs_kept` BEFORE UPDATE ON `take_outs`
BEGIN SELECT RAISE(ABORT, 'take_outs is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `take_outs_stay` BEFORE DELETE ON `take_outs`
BEGIN SELECT RAISE(ABORT, 'take_outs is only added to'); END;
